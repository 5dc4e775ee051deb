package org.sluis.stack;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;

/** The portal on Payara Micro. */
public final class PortalProcess implements Part {
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final StackSettings settings;
    private final PortalConfiguration configuration;
    private final Certificate certificate;
    private final ChildProcess process;
    private final Path directory;

    PortalProcess(StackSettings settings, Certificate certificate, PortalConfiguration configuration) {
        this.settings = settings;
        this.directory = settings.directory().resolve("portal");
        this.certificate = certificate;
        this.configuration = configuration;
        this.process = new ChildProcess("portal", settings.directory());
    }

    @Override
    public void start() throws IOException, InterruptedException {
        launch();
        awaitReady();
    }

    /** Starts the process without waiting until it is ready: it may have to wait for other parts itself. */
    void launch() throws IOException, InterruptedException {
        certificate.makeOnce();
        PrivateFiles.directory(configuration.storage());
        process.start(command(), Map.of());
    }

    /** Waits until the portal says that it and all it depends on are ready. */
    public void awaitReady() {
        process.await(PATIENCE, () -> {
            // The server stays up, and empty, when the portal refuses to start.
            process.requireSilenceOf("Exception while deploying the app");
            return isReady();
        });
    }

    @Override
    public void stop() {
        process.stop();
    }

    /** SIGKILL: nothing is finished, flushed or said. */
    public void kill() {
        process.kill();
    }

    public long pid() {
        return process.pid();
    }

    public boolean isReady() {
        return Http.answers(operatorUrl() + "/health/ready");
    }

    public String url() {
        return settings.portalUrl();
    }

    /** Health and metrics. */
    public String operatorUrl() {
        return "http://localhost:" + settings.ports().operator();
    }

    /** Where the portal keeps the bytes of documents. */
    public Path storage() {
        return configuration.storage();
    }

    /** For clients: trusts the portal's own certificate and no other. */
    public SSLContext trust() {
        return certificate.trust();
    }

    private List<String> command() throws IOException {
        ServerLaunch launch = new ServerLaunch(settings, configuration, directory);
        return Stream.of(
                        Stream.of(JavaHome.program("java")),
                        launch.machine().stream(),
                        Stream.of("-jar", settings.payara().toString(), "--nocluster"),
                        launch.server().stream(),
                        Stream.of("--deploy", settings.war().toString()))
                .flatMap(part -> part)
                .toList();
    }
}
