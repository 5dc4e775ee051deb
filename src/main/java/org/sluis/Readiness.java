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
import javax.sql.DataSource;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.sluis.blob.EncryptedBlobs;
import org.sluis.inspection.ScannerCanary;
import org.sluis.inspection.VirusScanner;
import org.sluis.platform.config.Settings;
import org.sluis.platform.security.SigningKeys;

/** Whether the portal can do its work: database, keys of the identity provider, blob store, and a scanner that convicts. */
@org.eclipse.microprofile.health.Readiness
@ApplicationScoped
public class Readiness implements HealthCheck {

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    @Resource(lookup = "java:app/jdbc/sluis")
    DataSource database;

    @Inject
    Settings settings;

    @Inject
    EncryptedBlobs blobs;

    @Inject
    VirusScanner scanner;

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    @Override
    public HealthCheckResponse call() {
        boolean databaseUp = databaseAnswers();
        boolean keysUp = keysAnswer();
        boolean blobsUp = blobs.works();
        boolean scannerUp = scannerConvicts();
        return HealthCheckResponse.named("sluis")
                .withData("database", databaseUp)
                .withData("identity-provider", keysUp)
                .withData("blob-store", blobsUp)
                .withData("scanner", scannerUp)
                .status(databaseUp && keysUp && blobsUp && scannerUp)
                .build();
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

    private boolean scannerConvicts() {
        try {
            return new ScannerCanary(scanner).sings();
        } catch (IOException away) {
            return false;
        }
    }
}
