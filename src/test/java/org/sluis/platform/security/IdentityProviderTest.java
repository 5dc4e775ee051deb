package org.sluis.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sluis.platform.config.SampleSettings;

/** Which ID tokens sign a person in: those alone that the realm made for this very sign-in (security rows T3 and S1). */
class IdentityProviderTest {

    private static final PendingSignIn PENDING =
            new PendingSignIn(Instant.EPOCH, "state", "the-nonce-that-was-sent", "v".repeat(43), "/portal/documents");

    private final OwnRealm realm = new OwnRealm();
    private final IdentityProvider provider = realm.identityProvider();

    IdentityProviderTest() throws IOException, JOSEException {}

    @AfterEach
    void stopTheRealm() {
        realm.close();
    }

    @Test
    void tokenOfThisSignInIsTaken() throws Exception {
        realm.gives(token(claims -> claims));
        assertThat(redeemed().map(SignedIn::refreshToken)).contains("refresh");
    }

    @Test
    void tokenOfAnotherSignInIsNot() throws Exception {
        realm.gives(token(claims -> claims.claim("nonce", "of-another-sign-in")));
        assertThat(redeemed()).isEmpty();
        realm.gives(token(claims -> claims.claim("nonce", null)));
        assertThat(redeemed()).isEmpty();
    }

    @Test
    void tokenForSomebodyElseOrOverOrForgedIsNot() throws Exception {
        realm.gives(token(claims -> claims.audience("sluis-demo")));
        assertThat(redeemed()).isEmpty();
        realm.gives(token(claims -> claims.issuer("https://elsewhere.example.org/realms/sluis")));
        assertThat(redeemed()).isEmpty();
        realm.gives(
                token(claims -> claims.expirationTime(Date.from(Instant.now().minus(Duration.ofHours(1))))));
        assertThat(redeemed()).isEmpty();
        realm.gives(realm.forged(claims().build(), JOSEObjectType.JWT));
        assertThat(redeemed()).isEmpty();
    }

    /** Addresses are kept in logs and histories; an ID token holds who somebody is. */
    @Test
    void sessionEndsByPostWithNoTokenInTheAddressAndTheIdTokenNowhere() throws Exception {
        String idToken = token(claims -> claims);
        provider.end(new SignedIn(idToken, "access", "refresh", Instant.now(), Instant.now(), Set.of()));
        OwnRealm.Ended ended = realm.ended().orElseThrow();
        assertThat(ended.method()).isEqualTo("POST");
        assertThat(ended.address()).isEqualTo("/realms/sluis/protocol/openid-connect/logout");
        assertThat(ended.body()).isEqualTo("refresh_token=refresh");
    }

    private Optional<SignedIn> redeemed() throws IOException {
        return provider.redeem(PENDING, new AuthorizationCode("code"));
    }

    private String token(UnaryOperator<JWTClaimsSet.Builder> change) throws JOSEException {
        return realm.signed(change.apply(claims()).build());
    }

    private JWTClaimsSet.Builder claims() {
        Instant now = Instant.now();
        return new JWTClaimsSet.Builder()
                .issuer(realm.issuer())
                .audience(SampleSettings.with(Map.of()).oidc().clientId())
                .subject("4711")
                .claim("nonce", PENDING.nonce())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(Duration.ofMinutes(5))));
    }
}
