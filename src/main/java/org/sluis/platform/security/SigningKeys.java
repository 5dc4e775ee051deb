package org.sluis.platform.security;

import java.net.URI;
import org.sluis.platform.config.Settings;

/** Where the realm publishes the keys it signs with (RFC 7517). */
public final class SigningKeys {

    private SigningKeys() {}

    public static URI address(Settings settings) {
        return URI.create(settings.oidc().issuer() + "/protocol/openid-connect/certs");
    }
}
