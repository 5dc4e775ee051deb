package org.sluis;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.SortedSet;
import javax.sql.DataSource;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.sluis.blob.EncryptedBlobs;
import org.sluis.inspection.Inspector;
import org.sluis.inspection.Sandbox;
import org.sluis.inspection.clamd.ScannerPool;
import org.sluis.inspection.clamd.ScannerState;
import org.sluis.platform.config.Settings;
import org.sluis.platform.jobs.Jobs;
import org.sluis.platform.persistence.SluisDataSource;
import org.sluis.platform.security.SigningKeys;

/**
 * Whether the portal can do its work: database, keys of the identity provider, blob store, a scanner that has proven
 * itself, child processes that may take files apart, and its own repeated work that ends and begins again. What the
 * watch on the scanners found last is told, nothing is scanned for the question.
 */
@org.eclipse.microprofile.health.Readiness
@ApplicationScoped
public class Readiness implements HealthCheck {

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    @Resource(lookup = SluisDataSource.NAME)
    DataSource database;

    @Inject
    Settings settings;

    @Inject
    EncryptedBlobs blobs;

    @Inject
    ScannerPool scanners;

    @Inject
    Inspector inspector;

    @Inject
    Jobs jobs;

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    @Override
    public HealthCheckResponse call() {
        boolean databaseUp = databaseAnswers();
        boolean keysUp = keysAnswer();
        boolean blobsUp = blobs.works();
        boolean scannerUp = scanners.isFit();
        boolean parsersUp = inspector.confinement() != Sandbox.State.MISSING;
        SortedSet<String> overdue = jobs.overdue();
        HealthCheckResponseBuilder answer = HealthCheckResponse.named("sluis")
                .withData("database", databaseUp)
                .withData("identity-provider", keysUp)
                .withData("blob-store", blobsUp)
                .withData("scanner", scannerUp)
                .withData("parsers", told(inspector.confinement()))
                .withData("jobs", overdue.isEmpty());
        overdue.forEach(job -> answer.withData("job " + job, "has not ended for much longer than it should take"));
        scanners.states().forEach(state -> answer.withData("scanner " + state.scanner(), told(state)));
        return answer.status(databaseUp && keysUp && blobsUp && scannerUp && parsersUp && overdue.isEmpty())
                .build();
    }

    private static String told(Sandbox.State sandbox) {
        return switch (sandbox) {
            case HOLDS -> "in a sandbox";
            case ABSENT -> "without a sandbox";
            case MISSING -> "none, for want of a sandbox";
        };
    }

    private boolean databaseAnswers() {
        try (Connection connection = database.getConnection()) {
            return connection.isValid(Math.toIntExact(PATIENCE.toSeconds()));
        } catch (SQLException away) {
            return false;
        }
    }

    private boolean keysAnswer() {
        HttpRequest request = HttpRequest.newBuilder(SigningKeys.address(settings))
                .timeout(PATIENCE)
                .build();
        try {
            return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException away) {
            return false;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static String told(ScannerState state) {
        String standing = state.fault().map(ScannerState.Fault::name).orElse("FIT");
        String signatures = state.signatures()
                .map(known -> ", signatures %d of %s".formatted(known.number(), known.built()))
                .orElse("");
        return standing + ", proven anew at " + state.lookedAt().truncatedTo(ChronoUnit.SECONDS) + signatures;
    }
}
