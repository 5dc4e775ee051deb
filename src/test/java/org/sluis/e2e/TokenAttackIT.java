package org.sluis.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.sluis.stack.RealmAdministration;
import org.sluis.stack.SharedStack;
import org.sluis.stack.Stack;

/** What is passed off as a token: refused, and nobody is called because of it. */
class TokenAttackIT {

    private static final String ACCOUNT = "client-a1";

    private final Stack stack = SharedStack.get();

    @Test
    void forgedTokenIsRefusedAndItsPointersAreNotFollowed() throws Exception {
        String genuine = stack.tokens().of(ACCOUNT);
        assertThat(RestClient.bearing(stack, genuine).get("/me").statusCode()).isEqualTo(200);
        try (Bait bait = new Bait()) {
            Map<String, String> forged = new Forger(genuine, keyOf(genuine), bait).everything();
            SoftAssertions all = new SoftAssertions();
            for (Map.Entry<String, String> token : forged.entrySet()) {
                requireRefusal(all, token.getKey(), token.getValue());
                all.assertThat(bait.wasTaken())
                        .as("called by " + token.getKey())
                        .isFalse();
            }
            all.assertAll();
            assertThat(RestClient.bearing(stack, genuine).get("/me").statusCode())
                    .as("the genuine one still counts")
                    .isEqualTo(200);
        }
    }

    @Test
    void baitTellsWhenItIsTaken() throws IOException {
        try (Bait bait = new Bait()) {
            assertThat(bait.wasTaken()).isFalse();
            URI address = URI.create(bait.address("http"));
            try (Socket call = new Socket()) {
                call.connect(new InetSocketAddress(address.getHost(), address.getPort()));
                assertThat(bait.wasTaken()).isTrue();
            }
        }
    }

    @Test
    void genuineTokenForAnythingElseIsRefused() {
        RealmAdministration realm = new RealmAdministration(stack);
        realm.addClient("{\"clientId\":\"elsewhere\",\"publicClient\":true,\"directAccessGrantsEnabled\":true}");
        try {
            JsonNode ours = stack.tokens().answer(ACCOUNT);
            JsonNode theirs = stack.tokens().answer("elsewhere", ACCOUNT);
            SoftAssertions all = new SoftAssertions();
            requireRefusal(all, "ID token", ours.path("id_token").asText());
            requireRefusal(all, "refresh token", ours.path("refresh_token").asText());
            requireRefusal(
                    all, "token for another client", theirs.path("access_token").asText());
            requireRefusal(all, "token of another realm", stack.tokens().ofKeycloakAdministrator());
            all.assertAll();
        } finally {
            realm.removeClient("elsewhere");
        }
    }

    @Test
    void tokenCountsNowhereButInItsHeader() {
        String genuine = stack.tokens().of(ACCOUNT);
        RestClient nobody = RestClient.nobody(stack);
        for (HttpResponse<byte[]> answer : List.of(
                nobody.get("/me?access_token=" + genuine),
                nobody.get("/me", "Authorization", "Basic " + genuine),
                nobody.get("/me", "Authorization", genuine),
                nobody.get("/me", "Cookie", "access_token=" + genuine),
                nobody.get("/me", "X-Authorization", "Bearer " + genuine))) {
            assertThat(answer.statusCode()).isEqualTo(401);
        }
    }

    private void requireRefusal(SoftAssertions all, String what, String token) {
        HttpResponse<byte[]> answer = RestClient.bearing(stack, token).get("/me");
        all.assertThat(answer.statusCode()).as(what).isEqualTo(401);
        all.assertThat(answer.headers().firstValue("WWW-Authenticate")).as(what).contains("Bearer");
        all.assertThat(RestClient.problem(answer)).as(what).isEqualTo("/problems/unauthenticated");
    }

    private RSAKey keyOf(String token) throws Exception {
        JWKSet keys = JWKSet.load(URI.create(stack.settings().issuer() + "/protocol/openid-connect/certs")
                .toURL());
        return keys.getKeyByKeyId(SignedJWT.parse(token).getHeader().getKeyID()).toRSAKey();
    }
}
