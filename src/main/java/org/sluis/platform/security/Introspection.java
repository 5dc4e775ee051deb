package org.sluis.platform.security;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.TokenIntrospectionRequest;
import com.nimbusds.oauth2.sdk.TokenIntrospectionResponse;
import com.nimbusds.oauth2.sdk.token.BearerAccessToken;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import org.sluis.platform.config.Settings;

/** Asks the realm whether a token is still good, and for whom (RFC 7662): account, session and roles as they are now. */
@ApplicationScoped
class Introspection {

    @Inject
    Realm realm;

    @Inject
    Settings settings;

    /**
     * The identity behind the token at this moment; none where account or session have ended.
     *
     * @throws IOException where the realm is away or gives no sense
     */
    Optional<LiveIdentity> ask(String accessToken) throws IOException {
        TokenIntrospectionRequest request = new TokenIntrospectionRequest(
                realm.metadata().getIntrospectionEndpointURI(),
                realm.authentication(),
                new BearerAccessToken(accessToken));
        Instant asked = Instant.now();
        try {
            TokenIntrospectionResponse response = TokenIntrospectionResponse.parse(realm.send(request));
            if (!response.indicatesSuccess()) {
                throw new IOException("the realm refused the portal: "
                        + response.toErrorResponse().getErrorObject());
            }
            if (!response.toSuccessResponse().isActive()) {
                return Optional.empty();
            }
            JWTClaimsSet claims =
                    JWTClaimsSet.parse(response.toSuccessResponse().toJSONObject());
            return Optional.of(new LiveIdentity(
                    Claims.identity(claims, settings.oidc().employeeAcr()).asOf(asked),
                    Optional.ofNullable(claims.getStringClaim("sid"))));
        } catch (ParseException | java.text.ParseException garbled) {
            throw new IOException("the realm's answer could not be read", garbled);
        }
    }
}
