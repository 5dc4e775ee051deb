package org.sluis.platform.security;

import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.Request;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.sluis.platform.config.Settings;

/** The realm as the portal talks to it: where it is, as whom, and never without a deadline. */
@ApplicationScoped
class Realm {

    private static final int CONNECT_MILLIS = 1_000;
    private static final int READ_MILLIS = 3_000;

    @Inject
    Settings settings;

    private final AtomicReference<@Nullable OIDCProviderMetadata> metadata = new AtomicReference<>();

    /** What the realm says of itself (OpenID Connect Discovery 1.0), asked for until it has answered once. */
    OIDCProviderMetadata metadata() throws IOException {
        OIDCProviderMetadata known = metadata.get();
        if (known != null) {
            return known;
        }
        try {
            OIDCProviderMetadata found = OIDCProviderMetadata.resolve(issuer(), CONNECT_MILLIS, READ_MILLIS);
            metadata.set(found);
            return found;
        } catch (GeneralException garbled) {
            throw new IOException("the realm does not describe itself", garbled);
        }
    }

    HTTPResponse send(Request request) throws IOException {
        return send(request.toHTTPRequest());
    }

    HTTPResponse send(HTTPRequest message) throws IOException {
        message.setConnectTimeout(CONNECT_MILLIS);
        message.setReadTimeout(READ_MILLIS);
        return message.send();
    }

    Issuer issuer() {
        return new Issuer(settings.oidc().issuer());
    }

    ClientID client() {
        return new ClientID(settings.oidc().clientId());
    }

    ClientAuthentication authentication() {
        return new ClientSecretBasic(client(), new Secret(settings.oidc().clientSecret()));
    }
}
