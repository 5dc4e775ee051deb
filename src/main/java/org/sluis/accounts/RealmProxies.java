package org.sluis.accounts;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import jakarta.ws.rs.client.WebTarget;
import jakarta.ws.rs.ext.ContextResolver;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.glassfish.jersey.CommonProperties;
import org.glassfish.jersey.client.ClientProperties;
import org.glassfish.jersey.client.proxy.WebResourceFactory;
import org.glassfish.jersey.jackson.JacksonFeature;
import org.jspecify.annotations.Nullable;
import org.keycloak.admin.client.spi.ResteasyClientProvider;

/** Lets Keycloak's client of the administration run on the server's Jersey: it asks for RESTEasy where it finds nothing else. */
final class RealmProxies implements ResteasyClientProvider {

    /** @param patience how long connecting, the head of an answer and the rest of it may take, each */
    static Client client(Duration patience) {
        try {
            return ClientBuilder.newBuilder()
                    .sslContext(SSLContext.getDefault())
                    .connectTimeout(patience.toMillis(), TimeUnit.MILLISECONDS)
                    .readTimeout(patience.toMillis(), TimeUnit.MILLISECONDS)
                    .property(ClientProperties.FOLLOW_REDIRECTS, false)
                    // Keycloak takes roles away by DELETE with a body.
                    .property(ClientProperties.SUPPRESS_HTTP_COMPLIANCE_VALIDATION, true)
                    .property(CommonProperties.FEATURE_AUTO_DISCOVERY_DISABLE, true)
                    .property(CommonProperties.METAINF_SERVICES_LOOKUP_DISABLE, true)
                    .register(JacksonFeature.withoutExceptionMappers())
                    .register(new Json())
                    .register(new AnswerDeadline(patience))
                    .build();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public Client newRestEasyClient(@Nullable Object mapper, @Nullable SSLContext tls, boolean trustingAll) {
        throw new UnsupportedOperationException("the portal brings its client along");
    }

    @Override
    public <R> R targetProxy(WebTarget target, Class<R> resource) {
        return WebResourceFactory.newResource(resource, target);
    }

    /** What a newer server says beside what the client knows is no reason to fail; what is not said is not changed. */
    private static final class Json implements ContextResolver<ObjectMapper> {
        private static final ObjectMapper MAPPER = new ObjectMapper()
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .setDefaultPropertyInclusion(JsonInclude.Include.NON_NULL);

        @Override
        public ObjectMapper getContext(Class<?> type) {
            return MAPPER;
        }
    }
}
