package org.sluis.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sluis.kernel.ProblemException;
import org.sluis.kernel.Role;
import org.sluis.platform.rest.StrictJson;

class InvitationRequestTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"[]", "null", "\"client\"", "[\"emperor\"]", "[\"client\",\"admin\"]", "[\"dpo\",\"dpo\"]", "[1]"
            })
    void refusesRolesThatDoNotGoTogether(String roles) {
        RolesRequest request = StrictJson.read(bytes("{\"roles\":%s}".formatted(roles)), RolesRequest.class);
        assertThat(catchThrowableOfType(ProblemException.class, request::wanted).facts())
                .containsEntry("member", "roles");
    }

    @Test
    void anEmployeeIsInvitedWithoutOrganisation() {
        InvitationRequest request = StrictJson.read(bytes("""
                {"givenName":"A","familyName":"B","email":"a@b.be","roles":["dpo","admin"]}"""), InvitationRequest.class);
        assertThat(request.invitation().roles()).containsExactlyInAnyOrder(Role.ADMIN, Role.DPO);
        InvitationRequest mixed = StrictJson.read(bytes("""
                {"givenName":"A","familyName":"B","email":"a@b.be","roles":["inspector"],
                 "organisationId":"01998f5e-0000-7000-8000-000000000000"}"""), InvitationRequest.class);
        assertThat(catchThrowableOfType(ProblemException.class, mixed::invitation)
                        .facts())
                .containsEntry("member", "organisationId");
    }

    private static byte[] bytes(String json) {
        return json.getBytes(StandardCharsets.UTF_8);
    }
}
