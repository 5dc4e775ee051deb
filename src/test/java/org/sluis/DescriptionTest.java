package org.sluis;

import static org.assertj.core.api.Assertions.assertThat;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.servers.Server;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The description of the API is one that programs of others can read (OpenAPI), and says what callers need. */
class DescriptionTest {

    private final SwaggerParseResult read = read();
    private final OpenAPI description = read.getOpenAPI();

    @Test
    void isValid() {
        assertThat(read.getMessages()).isEmpty();
        assertThat(description.getPaths()).isNotEmpty();
    }

    @Test
    void saysWhereThePortalIs() {
        assertThat(description.getServers()).extracting(Server::getUrl).containsExactly("/");
    }

    @Test
    void namesTheHeadersOfResumableUploads() {
        PathItem upload = path("/api/uploads/{id}");
        assertHeaders(path("/api/uploads").getPost(), "Tus-Resumable", "Upload-Length", "Upload-Metadata");
        assertHeaders(upload.getHead(), "Tus-Resumable");
        assertHeaders(upload.getPatch(), "Tus-Resumable", "Upload-Offset", "Upload-Checksum");
        assertHeaders(upload.getDelete(), "Tus-Resumable");
        assertThat(Objects.requireNonNull(upload.getHead().getResponses().get("200"))
                        .getHeaders())
                .containsKeys("Upload-Offset", "Upload-Length", "Upload-Expires", "Location");
    }

    private PathItem path(String path) {
        return Objects.requireNonNull(description.getPaths().get(path));
    }

    private static void assertHeaders(Operation operation, String... names) {
        assertThat(Optional.ofNullable(operation.getParameters()).orElseThrow())
                .filteredOn(parameter -> "header".equals(parameter.getIn()))
                .extracting(Parameter::getName)
                .contains(names);
    }

    private static SwaggerParseResult read() {
        try (InputStream json =
                Objects.requireNonNull(DescriptionTest.class.getResourceAsStream("/api/openapi.json"))) {
            return new OpenAPIV3Parser()
                    .readContents(new String(json.readAllBytes(), StandardCharsets.UTF_8), null, null);
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
