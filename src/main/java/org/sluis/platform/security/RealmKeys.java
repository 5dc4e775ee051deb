package org.sluis.platform.security;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.JWSKeySelector;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.MalformedURLException;
import java.time.Duration;
import org.sluis.platform.config.Settings;

/**
 * The keys the realm signs with (RFC 7517): cached, fetched again at a limited rate when an unknown key is named, kept
 * while the realm is away. Addresses and keys inside a token are ignored.
 */
@ApplicationScoped
public class RealmKeys {

    private static final int TIMEOUT_MILLIS = 3_000;
    private static final int LIMIT_BYTES = 100_000;
    private static final long OUTAGE_MILLIS = 4 * 60 * 60 * 1000L;

    /** How long keys are taken for good without asking again; some are asked for ahead of time, and never too often. */
    Duration life = Duration.ofMinutes(5);

    @Inject
    Settings settings;

    @SuppressWarnings("NullAway.Init")
    private JWKSource<SecurityContext> source;

    @PostConstruct
    void prepare() {
        try {
            source = JWKSourceBuilder.create(
                            SigningKeys.address(settings).toURL(),
                            new DefaultResourceRetriever(TIMEOUT_MILLIS, TIMEOUT_MILLIS, LIMIT_BYTES))
                    .cache(life.toMillis(), life.toMillis() / 20)
                    .refreshAheadCache(life.toMillis() / 10, false)
                    .rateLimited(life.toMillis() / 30)
                    .outageTolerant(OUTAGE_MILLIS)
                    .build();
        } catch (MalformedURLException impossible) {
            throw new IllegalStateException("the issuer's address was checked at start", impossible);
        }
    }

    /** Chooses keys for signatures of exactly this algorithm. */
    JWSKeySelector<SecurityContext> selector(JWSAlgorithm algorithm) {
        return new JWSVerificationKeySelector<>(algorithm, source);
    }
}
