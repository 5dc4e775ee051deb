package org.sluis.documents;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.sluis.kernel.ProblemException;

/**
 * A change of metadata as a JSON merge patch (RFC 7396): a member that is absent stays, {@code null} clears. Only the
 * description can be cleared.
 */
public record AmendmentRequest(
        @Schema(type = SchemaType.STRING) @Nullable JsonNode title,

        @Schema(type = SchemaType.STRING, nullable = true) @Nullable
        JsonNode description,

        @Schema(type = SchemaType.STRING) @Nullable JsonNode category) {

    /** @throws ProblemException {@code invalid-member} naming the first senseless member */
    NewDocument over(Document current) {
        return new NewDocument(
                title == null ? current.title() : text("title", title),
                category == null ? current.category() : text("category", category),
                description == null ? current.description() : cleared("description", description));
    }

    /** The members that were sent, by name. */
    Set<String> members() {
        Set<String> sent = new TreeSet<>();
        if (title != null) {
            sent.add("title");
        }
        if (description != null) {
            sent.add("description");
        }
        if (category != null) {
            sent.add("category");
        }
        return sent;
    }

    private static String text(String member, JsonNode value) {
        return cleared(member, value).orElseThrow(() -> ProblemException.invalid(member, "missing"));
    }

    private static Optional<String> cleared(String member, JsonNode value) {
        if (value.isNull()) {
            return Optional.empty();
        }
        if (!value.isTextual()) {
            throw ProblemException.invalid(member, "type");
        }
        return Optional.of(value.textValue());
    }
}
