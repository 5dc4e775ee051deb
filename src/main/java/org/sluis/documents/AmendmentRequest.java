package org.sluis.documents;

import com.fasterxml.jackson.databind.JsonNode;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.sluis.kernel.ProblemException;
import org.sluis.platform.rest.MergePatch;

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
                description == null ? current.description() : MergePatch.text("description", description));
    }

    private static String text(String member, JsonNode value) {
        return MergePatch.text(member, value).orElseThrow(() -> ProblemException.invalid(member, "missing"));
    }
}
