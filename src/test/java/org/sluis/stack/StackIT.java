package org.sluis.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The stack as tests and visitors find it. */
@ExtendWith(SharedStack.class)
class StackIT {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void writesEveryAddress(Stack stack) throws IOException {
        Path file = stack.settings().directory().resolve(StackProperties.FILE);
        Properties written = new Properties();
        try (InputStream content = Files.newInputStream(file)) {
            written.load(content);
        }
        assertThat(written.stringPropertyNames())
                .containsExactlyInAnyOrder(
                        "portal.url",
                        "keycloak.url",
                        "realm",
                        "client.id",
                        "client.secret",
                        "clamd.host",
                        "clamd.port",
                        "clamd.pid",
                        "db.url",
                        "db.pid",
                        "portal.pid",
                        "keycloak.pid",
                        "mail.url",
                        "storage.dir");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PostgreSQL", "Keycloak", "clamd", "mail", "portal"})
    void tellsThatEachPartStartsAndWhenItAnswers(String part) {
        SharedStack.get();
        assertThat(SharedStack.started())
                .filteredOn(line -> line.contains("  " + part + " "))
                .filteredOn(line -> !line.contains("for all later starts") && !line.contains("is still starting"))
                .satisfiesExactly(
                        line -> assertThat(line).endsWith(" starts"),
                        line -> assertThat(line).endsWith(" answers"));
    }

    @Test
    void listensOnTheLoopbackAddressOnly(Stack stack) throws IOException {
        List<Long> processes = List.of(
                stack.portal().pid(),
                stack.keycloak().pid(),
                stack.clamd().pid(),
                stack.database().pid(),
                ProcessHandle.current().pid());
        for (long pid : processes) {
            ListeningSockets sockets = ListeningSockets.of(pid);
            assertThat(sockets.addresses()).as("process %d", pid).isNotEmpty();
            assertThat(sockets.outsideLoopback()).as("process %d", pid).isEmpty();
        }
    }

    static Stream<String> accounts() {
        return Demo.ACCOUNTS.stream();
    }

    @ParameterizedTest
    @MethodSource("accounts")
    void givesEveryAccountATokenForThePortal(String account) throws IOException {
        Stack stack = SharedStack.get();
        JsonNode claims = claims(stack.tokens().of(account));
        assertThat(claims.path("iss").asText()).isEqualTo(stack.settings().issuer());
        assertThat(claims.path("aud").valueStream().map(JsonNode::asText))
                .containsExactlyInAnyOrder("sluis-api", "sluis-portal");
        assertThat(claims.path("typ").asText()).isEqualTo("Bearer");
        assertThat(claims.path("exp").asLong() - claims.path("iat").asLong()).isBetween(1L, 300L);
        String role = account.replaceFirst("-.*", "");
        assertThat(claims.path("groups").valueStream().map(JsonNode::asText))
                .containsExactlyInAnyOrderElementsOf(role.equals("client") ? List.of(role) : List.of(role, "employee"));
        assertThat(claims.path("organisation").asText()).isEqualTo(organisation(account));
        assertThat(claims.path("email").asText()).isEqualTo(account + "@example.org");
    }

    @Test
    void servesThePortalOverHttps(Stack stack) throws Exception {
        HttpClient client =
                HttpClient.newBuilder().sslContext(stack.portal().trust()).build();
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(stack.portal().url() + "/")).build();
        assertThat(client.send(request, BodyHandlers.discarding()).statusCode()).isLessThan(500);
    }

    @Test
    void answersOnTheHttpPort(Stack stack) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(
                        "http://localhost:" + stack.settings().ports().http() + "/"))
                .build();
        assertThat(Http.CLIENT.send(request, BodyHandlers.discarding()).statusCode())
                .isLessThan(500);
    }

    @Test
    void givesTheApplicationARoleThatOwnsNothing(Stack stack) throws Exception {
        try (Connection connection = stack.database().connect();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("""
                        SELECT rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb
                            OR EXISTS (SELECT 1 FROM pg_class WHERE relowner = r.oid)
                            OR EXISTS (SELECT 1 FROM pg_namespace WHERE nspowner = r.oid)
                        FROM pg_roles r WHERE rolname = 'sluis_app'
                        """)) {
            assertThat(found.next()).isTrue();
            assertThat(found.getBoolean(1)).isFalse();
        }
    }

    private static String organisation(String account) {
        return account.startsWith("client-")
                ? "Organisation " + account.substring(7, 8).toUpperCase(Locale.ROOT)
                : "";
    }

    private static JsonNode claims(String token) throws IOException {
        return JSON.readTree(Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]));
    }
}
