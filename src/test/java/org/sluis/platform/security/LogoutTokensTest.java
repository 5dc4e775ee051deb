package org.sluis.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import java.io.IOException;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** OpenID Connect Back-Channel Logout 1.0, 2.4 and 2.6. */
class LogoutTokensTest {

    private static final JOSEObjectType LOGOUT = new JOSEObjectType("logout+jwt");
    private static final String SESSION = "8c2f";
    private static final Map<String, Object> EVENTS =
            Map.of("http://schemas.openid.net/event/backchannel-logout", Map.of());

    private final OwnRealm realm = new OwnRealm();
    private final LogoutTokens tokens = realm.logoutTokens();

    LogoutTokensTest() throws IOException, JOSEException {}

    @AfterEach
    void stopTheRealm() {
        realm.close();
    }

    @Test
    void saysWhichSessionHasEnded() throws JOSEException {
        assertThat(tokens.endedSession(realm.signed(claims().build(), LOGOUT))).contains(SESSION);
    }

    @Test
    void countsOnce() throws JOSEException {
        String token = realm.signed(claims().build(), LOGOUT);
        assertThat(tokens.endedSession(token)).isPresent();
        assertThat(tokens.endedSession(token)).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("flaws")
    void isRefused(String flaw, UnaryOperator<JWTClaimsSet.Builder> change) throws JOSEException {
        assertThat(tokens.endedSession(realm.signed(change.apply(claims()).build(), LOGOUT)))
                .as(flaw)
                .isEmpty();
    }

    static Stream<Arguments> flaws() {
        return Stream.of(
                flaw("another issuer", claims -> claims.issuer("https://evil.example/realms/sluis")),
                flaw("another audience", claims -> claims.audience("sluis-demo")),
                flaw("no events", claims -> claims.claim("events", null)),
                flaw("another event", claims -> claims.claim("events", Map.of("urn:other", Map.of()))),
                flaw("a nonce", claims -> claims.claim("nonce", "n")),
                flaw(
                        "neither session nor subject",
                        claims -> claims.claim("sid", null).subject(null)),
                flaw("no session", claims -> claims.claim("sid", null)),
                flaw("no name of its own", claims -> claims.jwtID(null)),
                flaw("no moment of issue", claims -> claims.issueTime(null)),
                flaw("issued long ago", claims -> claims.issueTime(in(-301)).expirationTime(in(60))),
                flaw("no expiry", claims -> claims.expirationTime(null)),
                flaw("expired", claims -> claims.expirationTime(in(-61))));
    }

    @Test
    void isRefusedUnderAForeignSignature() throws JOSEException {
        assertThat(tokens.endedSession(realm.forged(claims().build(), LOGOUT))).isEmpty();
        assertThat(tokens.endedSession(realm.unknown(claims().build(), LOGOUT))).isEmpty();
    }

    @Test
    void isRefusedAsAnotherKindOfToken() throws JOSEException {
        assertThat(tokens.endedSession(realm.signed(claims().build(), JOSEObjectType.JWT)))
                .isEmpty();
    }

    @Test
    void isRefusedUnsignedOrGarbled() {
        assertThat(tokens.endedSession(new PlainJWT(claims().build()).serialize()))
                .isEmpty();
        assertThat(tokens.endedSession("not.a.token")).isEmpty();
        assertThat(tokens.endedSession("")).isEmpty();
    }

    private JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .issuer(realm.issuer())
                .audience("portal")
                .subject("f3a1")
                .jwtID(UUID.randomUUID().toString())
                .claim("sid", SESSION)
                .claim("events", EVENTS)
                .issueTime(in(0))
                .expirationTime(in(120));
    }

    private static Date in(long seconds) {
        return Date.from(Instant.now().plusSeconds(seconds));
    }

    private static Arguments flaw(String name, UnaryOperator<JWTClaimsSet.Builder> change) {
        return arguments(name, change);
    }
}
