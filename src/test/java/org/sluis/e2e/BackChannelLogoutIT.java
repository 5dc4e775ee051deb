package org.sluis.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.sluis.stack.RealmAdministration;
import org.sluis.stack.SharedStack;
import org.sluis.stack.Stack;

/** The realm tells the portal of an ended session; nobody else can, and nobody twice. */
class BackChannelLogoutIT {

    private static final String ACCOUNT = "client-a2";
    private static final String PATH = "/back-channel-logout";

    private final Stack stack = SharedStack.get();
    private final RealmAdministration realm = new RealmAdministration(stack);

    @Test
    void tokenOfTheRealmEndsTheSessionAtOnceAndCountsOnce() throws Exception {
        try (LogoutPost post = new LogoutPost()) {
            Visitor amelie = signedIn();
            String before = realm.backChannelOfThePortal(post.address());
            try {
                realm.signOut(ACCOUNT);
                String token = post.token();

                HttpResponse<String> told = tell(token);
                assertThat(told.statusCode()).isEqualTo(200);
                assertThat(told.headers().firstValue("Cache-Control")).contains("no-store");
                assertThat(amelie.isSignedIn()).isFalse();
                assertRefused(tell(token));
            } finally {
                realm.backChannelOfThePortal(before);
            }
        }
    }

    @Test
    void tokenForAnotherClientIsRefusedAndTheSessionLives() throws Exception {
        try (LogoutPost post = new LogoutPost()) {
            realm.addClient("""
                    {"clientId":"elsewhere","publicClient":true,"directAccessGrantsEnabled":true,
                     "attributes":{"backchannel.logout.url":"%s","backchannel.logout.session.required":"true"}}
                    """.formatted(post.address()));
            try {
                Visitor amelie = signedIn();
                realm.endSession(stack.tokens()
                        .answer("elsewhere", ACCOUNT)
                        .path("session_state")
                        .asText());
                assertRefused(tell(post.token()));
                assertThat(amelie.isSignedIn()).isTrue();
            } finally {
                realm.removeClient("elsewhere");
            }
        }
    }

    @Test
    void forgedTokenIsRefusedAndTheSessionLives() throws Exception {
        Visitor amelie = signedIn();
        JWTClaimsSet claims = JWTClaimsSet.parse("""
                {"iss":"%s","aud":"sluis-portal","sid":"%s","sub":"x","jti":"forged","iat":%3$d,"exp":%4$d,"typ":"Logout",
                 "events":{"http://schemas.openid.net/event/backchannel-logout":{}}}
                """.formatted(
                        stack.settings().issuer(),
                        realm.sessions(ACCOUNT).get(0),
                        System.currentTimeMillis() / 1000,
                        System.currentTimeMillis() / 1000 + 120));
        String key = SignedJWT.parse(stack.tokens().of(ACCOUNT)).getHeader().getKeyID();
        SignedJWT forged = new SignedJWT(JWSHeader.parse("{\"alg\":\"RS256\",\"kid\":\"%s\"}".formatted(key)), claims);
        forged.sign(new RSASSASigner(new RSAKeyGenerator(2048).generate()));
        assertRefused(tell(forged.serialize()));
        assertThat(amelie.isSignedIn()).isTrue();
    }

    @Test
    void anythingElseIsRefused() {
        Visitor anybody = new Visitor(stack);
        assertRefused(anybody.tell(PATH, ""));
        assertRefused(tell(""));
        assertRefused(tell("not.a.token"));
        assertRefused(tell(stack.tokens().of(ACCOUNT)));
        assertThat(anybody.get(PATH).statusCode()).isEqualTo(405);
        assertThat(anybody.get(PATH + "?logout_token=x").statusCode()).isEqualTo(405);
    }

    /** The only session of the account. */
    private Visitor signedIn() {
        realm.signOut(ACCOUNT);
        Visitor amelie = new Visitor(stack);
        amelie.signIn(ACCOUNT);
        assertThat(amelie.isSignedIn()).isTrue();
        return amelie;
    }

    private HttpResponse<String> tell(String token) {
        return new Visitor(stack).tell(PATH, "logout_token=" + URLEncoder.encode(token, UTF_8));
    }

    private static void assertRefused(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
    }
}
