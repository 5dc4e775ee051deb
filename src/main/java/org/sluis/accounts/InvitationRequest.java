package org.sluis.accounts;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.sluis.kernel.Ids;
import org.sluis.kernel.ProblemException;
import org.sluis.kernel.Role;
import org.sluis.people.AccountLabels;
import org.sluis.people.Person;
import org.sluis.people.PersonProfile;
import org.sluis.people.PersonRequest;
import org.sluis.platform.rest.MergePatch;

/**
 * Somebody new, as an administrator invites them.
 *
 * @param roles either {@code client} alone, or some of the employees' roles
 * @param organisationId of clients only
 */
public record InvitationRequest(
        @Schema(type = SchemaType.STRING, required = true) @Nullable
        JsonNode givenName,

        @Schema(type = SchemaType.STRING, required = true) @Nullable
        JsonNode familyName,

        @Schema(type = SchemaType.STRING, required = true) @Nullable
        JsonNode email,

        @Schema(type = SchemaType.STRING) @Nullable JsonNode language,

        @Schema(type = SchemaType.ARRAY, required = true) @Nullable
        JsonNode roles,

        @Schema(type = SchemaType.STRING) @Nullable JsonNode organisationId,
        @Schema(type = SchemaType.STRING) @Nullable JsonNode title,
        @Schema(type = SchemaType.STRING) @Nullable JsonNode function,
        @Schema(type = SchemaType.STRING) @Nullable JsonNode phone,
        @Schema(type = SchemaType.STRING) @Nullable JsonNode mobile) {

    /** @throws ProblemException {@code invalid-member} naming the first senseless member */
    Invitation invitation() {
        Set<Role> given = RolesRequest.parsed(roles);
        Optional<UUID> organisation = MergePatch.line("organisationId", organisationId, Optional.empty(), 36)
                .map(InvitationRequest::identifier);
        if (organisation.isPresent() && Person.areEmployees(given)) {
            throw ProblemException.invalid("organisationId", "employee");
        }
        PersonRequest person = person();
        return new Invitation(person.over(AccountLabels.NONE), given, organisation, person.over(PersonProfile.EMPTY));
    }

    private PersonRequest person() {
        return new PersonRequest(
                givenName, familyName, email, language, title, function, phone, mobile, null, null, null, null, null);
    }

    private static UUID identifier(String text) {
        return Ids.parse(text).orElseThrow(() -> ProblemException.invalid("organisationId", "unknown"));
    }
}
