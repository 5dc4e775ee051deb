package org.sluis.accounts;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.EnumSet;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.sluis.kernel.ProblemException;
import org.sluis.kernel.Role;

/** The roles an account is to have, by their names in tokens. */
public record RolesRequest(
        @Schema(type = SchemaType.ARRAY, required = true) @Nullable
        JsonNode roles) {

    /** @throws ProblemException {@code invalid-member} unless it is {@code client} alone, or some employees' roles */
    static Set<Role> parsed(@Nullable JsonNode names) {
        if (names == null || !names.isArray() || names.isEmpty()) {
            throw ProblemException.invalid("roles", "missing");
        }
        Set<Role> parsed = EnumSet.noneOf(Role.class);
        for (JsonNode name : names) {
            Role role = Role.of(name.asText()).orElseThrow(() -> ProblemException.invalid("roles", "unknown"));
            if (!parsed.add(role)) {
                throw ProblemException.invalid("roles", "twice");
            }
        }
        if (parsed.contains(Role.CLIENT) && parsed.size() > 1) {
            throw ProblemException.invalid("roles", "mixed");
        }
        return parsed;
    }

    Set<Role> wanted() {
        return parsed(roles);
    }
}
