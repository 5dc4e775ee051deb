package org.sluis.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jwt.JWTClaimsSet;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class BearerTokensTest {

    private final OwnRealm realm = new OwnRealm();
    private final BearerTokens tokens = realm.bearerTokens();

    BearerTokensTest() throws IOException, JOSEException {}

    @AfterEach
    void stopTheRealm() {
        realm.close();
    }

    @Test
    void takesWhatTheRealmSignedForThePortal() throws JOSEException {
        assertThat(tokens.isValid(realm.signed(claims().build()))).isTrue();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("flaws")
    void refusesWhatTheRealmSignedForAnythingElse(String flaw, UnaryOperator<JWTClaimsSet.Builder> change)
            throws JOSEException {
        assertThat(tokens.isValid(realm.signed(change.apply(claims()).build())))
                .as(flaw)
                .isFalse();
    }

    static Stream<Arguments> flaws() {
        return Stream.of(
                flaw("another issuer", claims -> claims.issuer("https://evil.example/realms/sluis")),
                flaw(
                        "an issuer with a slash more",
                        claims -> claims.issuer(claims.build().getIssuer() + "/")),
                flaw("no issuer", claims -> claims.issuer(null)),
                flaw("another audience", claims -> claims.audience("portal")),
                flaw("an audience that only begins alike", claims -> claims.audience("sluis-api.evil.example")),
                flaw("no audience", claims -> claims.audience(List.of())),
                flaw("an ID token", claims -> claims.claim("typ", "ID")),
                flaw("a refresh token", claims -> claims.claim("typ", "Refresh")),
                flaw("a logout token", claims -> claims.claim("typ", "Logout")),
                flaw("no type", claims -> claims.claim("typ", null)),
                flaw("nobody", claims -> claims.subject(null)),
                flaw("no expiry", claims -> claims.expirationTime(null)),
                flaw("no moment of issue", claims -> claims.issueTime(null)),
                flaw("expired", claims -> claims.expirationTime(in(-20))),
                flaw("not valid yet", claims -> claims.notBeforeTime(in(20))));
    }

    @Test
    void forgivesClocksTenSecondsAtMost() throws JOSEException {
        assertThat(tokens.isValid(realm.signed(claims().expirationTime(in(-5)).build())))
                .isTrue();
        assertThat(tokens.isValid(realm.signed(claims().notBeforeTime(in(5)).build())))
                .isTrue();
        assertThat(tokens.isValid(realm.signed(claims().expirationTime(in(-11)).build())))
                .isFalse();
    }

    @Test
    void refusesAForeignSignatureUnderTheNameOfAKnownKey() throws JOSEException {
        assertThat(tokens.isValid(realm.forged(claims().build(), JOSEObjectType.JWT)))
                .isFalse();
    }

    @Test
    void takesANewKeyAtOnceAndTheOldOneNoMore() throws JOSEException {
        String old = realm.signed(claims().build());
        assertThat(tokens.isValid(old)).isTrue();
        realm.rotate();
        assertThat(tokens.isValid(realm.signed(claims().build()))).isTrue();
        assertThat(tokens.isValid(old)).isFalse();
    }

    @Test
    void asksForKeysFewTimesHoweverManyUnknownOnesAreNamed() throws JOSEException {
        String known = realm.signed(claims().build());
        assertThat(tokens.isValid(known)).isTrue();
        for (int call = 0; call < 200; call++) {
            assertThat(tokens.isValid(realm.unknown(claims().build(), JOSEObjectType.JWT)))
                    .isFalse();
        }
        assertThat(realm.asked()).isLessThanOrEqualTo(3);
        assertThat(tokens.isValid(known)).isTrue();
    }

    @Test
    void goesOnWithKnownKeysWhileTheRealmIsAway() throws JOSEException {
        String known = realm.signed(claims().build());
        assertThat(tokens.isValid(known)).isTrue();
        realm.close();
        assertThat(tokens.isValid(realm.unknown(claims().build(), JOSEObjectType.JWT)))
                .isFalse();
        assertThat(tokens.isValid(known)).isTrue();
    }

    @Test
    void goesOnWithKeysItWouldHaveAskedForAgainWhileTheRealmIsAway() throws JOSEException {
        Duration life = Duration.ofMillis(300);
        realm.keysLive(life);
        BearerTokens watchful = realm.bearerTokens();
        String known = realm.signed(claims().build());
        assertThat(watchful.isValid(known)).isTrue();
        Instant over = Instant.now().plus(life);
        realm.close();
        await().until(() -> Instant.now().isAfter(over));
        assertThat(watchful.isValid(known)).isTrue();
    }

    @Test
    void goesOnWithKnownKeysWhileTheRealmIsSilentAndTakesANewOneOnceItSpeaksAgain() throws JOSEException {
        Duration life = Duration.ofMillis(300);
        realm.keysLive(life);
        BearerTokens watchful = realm.bearerTokens();
        String known = realm.signed(claims().build());
        assertThat(watchful.isValid(known)).isTrue();
        Instant over = Instant.now().plus(life);
        realm.fallSilent();
        int asked = realm.asked();
        await().until(() -> Instant.now().isAfter(over));
        assertThat(watchful.isValid(known)).isTrue();
        assertThat(realm.asked()).isGreaterThan(asked);
        realm.rotate();
        String fresh = realm.signed(claims().build());
        assertThat(watchful.isValid(fresh)).isFalse();
        realm.speakAgain();
        await().until(() -> watchful.isValid(fresh));
    }

    private JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .issuer(realm.issuer())
                .audience("sluis-api")
                .subject("f3a1")
                .claim("typ", "Bearer")
                .issueTime(in(0))
                .expirationTime(in(Duration.ofMinutes(5).toSeconds()));
    }

    private static Date in(long seconds) {
        return Date.from(Instant.now().plusSeconds(seconds));
    }

    private static Arguments flaw(String name, UnaryOperator<JWTClaimsSet.Builder> change) {
        return arguments(name, change);
    }
}
