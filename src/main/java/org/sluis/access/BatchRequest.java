package org.sluis.access;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.sluis.kernel.ProblemException;

/** Several grants at once, as the API is asked for them. */
public record BatchRequest(
        @Nullable List<@Nullable String> documentIds,
        @Nullable List<@Nullable PrincipalRequest> principals,

        @Schema(type = SchemaType.STRING, implementation = Right.class) @Nullable
        String right,

        @Nullable String validUntil,
        @Nullable String purpose) {

    /** @throws ProblemException {@code invalid-member} naming the first senseless member; an empty list never means all */
    BatchOrder order() {
        if (documentIds == null) {
            throw ProblemException.invalid("documentIds", "missing");
        }
        if (principals == null) {
            throw ProblemException.invalid("principals", "missing");
        }
        return new BatchOrder(
                documentIds.stream()
                        .map(id -> PrincipalRequest.parsed(id, "documentIds"))
                        .toList(),
                principals.stream()
                        .map(principal -> new GrantRequest(principal, right, null, validUntil, purpose).order())
                        .toList());
    }
}
