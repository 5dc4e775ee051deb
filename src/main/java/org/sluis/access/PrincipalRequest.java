package org.sluis.access;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.sluis.kernel.Ids;
import org.sluis.kernel.ProblemException;
import org.sluis.people.PrincipalKind;

/** To whom a grant is to go, as the API is asked. */
public record PrincipalRequest(
        @Schema(type = SchemaType.STRING, implementation = PrincipalKind.class) @Nullable
        String type,

        @Nullable String id) {

    /** @throws ProblemException {@code invalid-member} where the type is unknown */
    PrincipalKind kind() {
        for (PrincipalKind candidate : PrincipalKind.values()) {
            if (candidate.name().equals(type)) {
                return candidate;
            }
        }
        throw ProblemException.invalid("principal", "unknown");
    }

    /** @throws ProblemException {@code invalid-member} where that is no identifier */
    UUID identifier() {
        return parsed(id, "principal");
    }

    static UUID parsed(@Nullable String id, String member) {
        return Ids.parse(id == null ? "" : id).orElseThrow(() -> ProblemException.invalid(member, "unknown"));
    }
}
