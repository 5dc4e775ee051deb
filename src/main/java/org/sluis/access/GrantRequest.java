package org.sluis.access;

import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.sluis.kernel.Instants;
import org.sluis.kernel.ProblemException;

/** A grant as the API is asked for it. */
public record GrantRequest(
        @Nullable PrincipalRequest principal,

        @Schema(type = SchemaType.STRING, implementation = Right.class) @Nullable
        String right,

        @Nullable String validFrom,
        @Nullable String validUntil,
        @Nullable String purpose) {

    /** @throws ProblemException {@code invalid-member} naming the first senseless member */
    public GrantOrder order() {
        if (purpose == null) {
            throw ProblemException.invalid("purpose", "missing");
        }
        if (principal == null) {
            throw ProblemException.invalid("principal", "unknown");
        }
        return new GrantOrder(
                principal.kind(),
                principal.identifier(),
                parsedRight(),
                Optional.ofNullable(validFrom).map(text -> Instants.parse("validFrom", text)),
                Optional.ofNullable(validUntil).map(text -> Instants.parse("validUntil", text)),
                purpose);
    }

    private Right parsedRight() {
        for (Right candidate : Right.values()) {
            if (candidate.name().equals(right)) {
                return candidate;
            }
        }
        throw ProblemException.invalid("right", "unknown");
    }
}
