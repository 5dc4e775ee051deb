package org.sluis.platform.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.security.enterprise.authentication.mechanism.http.OpenIdAuthenticationMechanismDefinition;
import jakarta.security.enterprise.authentication.mechanism.http.openid.ClaimsDefinition;
import jakarta.security.enterprise.authentication.mechanism.http.openid.LogoutDefinition;
import org.sluis.platform.config.Settings;

/**
 * Sign-in of people by OpenID Connect (authorisation code flow). Tokens stay on the server, are renewed there while the
 * account is active, and the session ends with them (promise B3).
 */
@OpenIdAuthenticationMechanismDefinition(
        providerURI = "${oidc.issuer}",
        clientId = "${oidc.clientId}",
        clientSecret = "${oidc.clientSecret}",
        redirectURI = "${oidc.callback}",
        scope = {"openid", "profile", "email"},
        redirectToOriginalResource = true,
        tokenAutoRefresh = true,
        claimsDefinition = @ClaimsDefinition(callerNameClaim = "sub", callerGroupsClaim = "groups"),
        logout =
                @LogoutDefinition(
                        notifyProvider = true,
                        redirectURI = "${oidc.home}",
                        accessTokenExpiry = true,
                        identityTokenExpiry = true))
@ApplicationScoped
@Named("oidc")
public class OidcConfiguration {

    @Inject
    Settings settings;

    public String getIssuer() {
        return settings.oidc().issuer().toString();
    }

    public String getClientId() {
        return settings.oidc().clientId();
    }

    public String getClientSecret() {
        return settings.oidc().clientSecret();
    }

    public String getCallback() {
        return settings.publicUrl() + "/callback";
    }

    public String getHome() {
        return settings.publicUrl() + "/";
    }
}
