package org.sluis.platform.security;

import com.nimbusds.common.contenttype.ContentType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jwt.JWT;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.AuthorizationGrant;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.RefreshTokenGrant;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.token.RefreshToken;
import com.nimbusds.oauth2.sdk.util.URLUtils;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sluis.kernel.Role;
import org.sluis.platform.config.Settings;

/**
 * The portal's conversation with the realm on behalf of people in browsers: authorisation code flow with PKCE (OpenID
 * Connect Core 1.0, 3.1; RFC 7636), renewal, sign-out. An {@link IOException} means the realm is away and says nothing
 * about the person.
 */
@ApplicationScoped
public class IdentityProvider {

    /** Renewal comes before expiry by this much, so that a token in use never ends in the middle of a request. */
    private static final Duration MARGIN = Duration.ofSeconds(10);

    @Inject
    Settings settings;

    @Inject
    Realm realm;

    @Inject
    RealmKeys keys;

    /**
     * Where the browser goes to sign in.
     *
     * @param language in which the realm is asked to speak; otherwise it goes by what the browser accepts
     * @param step what is changed at the account on the way; whoever is signed in there already comes to it at once
     */
    URI signIn(PendingSignIn pending, Optional<Locale> language, Optional<AccountStep> step) throws IOException {
        AuthenticationRequest.Builder request = new AuthenticationRequest.Builder(
                        ResponseType.CODE, new Scope("openid", "profile", "email"), realm.client(), callback())
                .endpointURI(realm.metadata().getAuthorizationEndpointURI())
                .state(new State(pending.state()))
                .nonce(new Nonce(pending.nonce()))
                .codeChallenge(new CodeVerifier(pending.verifier()), CodeChallengeMethod.S256);
        language.ifPresent(chosen -> request.customParameter("ui_locales", chosen.getLanguage()));
        step.ifPresent(change -> request.customParameter("kc_action", change.action()));
        return request.build().toURI();
    }

    /** Exchanges the code of an answer for tokens; none where the realm refuses it or the ID token is not for this sign-in. */
    Optional<SignedIn> redeem(PendingSignIn pending, AuthorizationCode code) throws IOException {
        AuthorizationGrant grant = new AuthorizationCodeGrant(code, callback(), new CodeVerifier(pending.verifier()));
        return tokens(grant, new Nonce(pending.nonce()))
                .map(tokens -> signedIn(tokens, Instant.now(), identity(tokens).roles()));
    }

    /**
     * Exchanges the tokens of a session for new ones; none where account or session have ended (promise B3), or where they
     * speak of somebody else (OpenID Connect Core 1.0, 12.2).
     */
    Optional<SignedIn> renew(SignedIn current) throws IOException {
        return tokens(new RefreshTokenGrant(new RefreshToken(current.refreshToken())), null)
                .filter(tokens -> identity(tokens).subject().equals(subject(current)))
                .map(tokens -> signedIn(tokens, current.since(), current.roles()));
    }

    /** Whether an employee has signed in without the second factor. */
    boolean isTooWeak(SignedIn session) {
        return identity(session).isTooWeak();
    }

    /** Who signed in, as the realm said then. */
    Identity identity(SignedIn session) {
        return IdTokens.identity(session.idToken(), settings.oidc().employeeAcr());
    }

    private Identity identity(OIDCTokens tokens) {
        return IdTokens.identity(tokens.getIDTokenString(), settings.oidc().employeeAcr());
    }

    private static String subject(SignedIn session) {
        return IdTokens.identity(session.idToken(), Optional.empty()).subject();
    }

    /**
     * Ends a session at the realm, from here: no browser carries a token there, in an address least of all. Keycloak takes the
     * session's refresh token at its end-session endpoint for that, also one that is too old to be exchanged.
     */
    void end(SignedIn session) throws IOException {
        HTTPRequest request =
                new HTTPRequest(HTTPRequest.Method.POST, realm.metadata().getEndSessionEndpointURI());
        realm.authentication().applyTo(request);
        request.setEntityContentType(ContentType.APPLICATION_URLENCODED);
        request.setBody(URLUtils.serializeParameters(Map.of("refresh_token", List.of(session.refreshToken()))));
        HTTPResponse answer = realm.send(request);
        if (!answer.indicatesSuccess()) {
            throw new IOException("the realm did not end a session: " + answer.getStatusCode());
        }
    }

    /** Whether the answer's issuer, where it names one, is the realm (RFC 9207). */
    boolean isIssuer(@Nullable Issuer named) {
        return named == null || named.equals(realm.issuer());
    }

    private Optional<OIDCTokens> tokens(AuthorizationGrant grant, @Nullable Nonce nonce) throws IOException {
        TokenRequest request =
                new TokenRequest.Builder(realm.metadata().getTokenEndpointURI(), realm.authentication(), grant).build();
        try {
            TokenResponse response = OIDCTokenResponseParser.parse(realm.send(request));
            if (response.indicatesSuccess()) {
                OIDCTokens tokens = (OIDCTokens) response.toSuccessResponse().getTokens();
                return isValid(tokens, nonce) ? Optional.of(tokens) : Optional.empty();
            }
            if (OAuth2Error.INVALID_GRANT.equals(response.toErrorResponse().getErrorObject())) {
                return Optional.empty();
            }
            throw new IOException("the realm refused the portal: "
                    + response.toErrorResponse().getErrorObject());
        } catch (ParseException garbled) {
            throw new IOException("the realm's answer could not be read", garbled);
        }
    }

    private boolean isValid(OIDCTokens tokens, @Nullable Nonce nonce) {
        JWT idToken = tokens.getIDToken();
        if (idToken == null || tokens.getRefreshToken() == null) {
            return false;
        }
        return IdTokens.isValid(
                new IDTokenValidator(realm.issuer(), realm.client(), keys.selector(JWSAlgorithm.RS256), null),
                idToken,
                nonce);
    }

    private static SignedIn signedIn(OIDCTokens tokens, Instant since, Set<Role> roles) {
        Duration life = Duration.ofSeconds(tokens.getAccessToken().getLifetime());
        return new SignedIn(
                tokens.getIDTokenString(),
                tokens.getAccessToken().getValue(),
                tokens.getRefreshToken().getValue(),
                Instant.now().plus(life).minus(MARGIN),
                since,
                roles);
    }

    private URI callback() {
        return URI.create(settings.publicUrl() + "/callback");
    }
}
