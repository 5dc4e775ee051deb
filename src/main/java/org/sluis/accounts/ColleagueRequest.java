package org.sluis.accounts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.sluis.kernel.Role;

/** Somebody new, as a colleague invites them: always a client, and of the same organisation. */
public record ColleagueRequest(
        @Schema(type = SchemaType.STRING, required = true) @Nullable
        JsonNode givenName,

        @Schema(type = SchemaType.STRING, required = true) @Nullable
        JsonNode familyName,

        @Schema(type = SchemaType.STRING, required = true) @Nullable
        JsonNode email,

        @Schema(type = SchemaType.STRING) @Nullable JsonNode language,
        @Schema(type = SchemaType.STRING) @Nullable JsonNode title,
        @Schema(type = SchemaType.STRING) @Nullable JsonNode function,
        @Schema(type = SchemaType.STRING) @Nullable JsonNode phone,
        @Schema(type = SchemaType.STRING) @Nullable JsonNode mobile) {

    Invitation invitation(UUID organisation) {
        JsonNodeFactory json = JsonNodeFactory.instance;
        return new InvitationRequest(
                        givenName,
                        familyName,
                        email,
                        language,
                        json.arrayNode().add(Role.CLIENT.claim()),
                        json.textNode(organisation.toString()),
                        title,
                        function,
                        phone,
                        mobile)
                .invitation();
    }
}
