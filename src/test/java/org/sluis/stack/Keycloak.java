package org.sluis.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Keycloak with the portal's realm, imported at the first start. */
public final class Keycloak implements Part {
    static final String ADMINISTRATOR = "stack-admin";

    /** Who runs the portal of the stack, as its mails say. */
    public static final String BODY = "Vlier Certification";

    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final StackSettings settings;
    private final Secrets secrets;
    private final Certificate certificate;
    private final Progress progress;
    private final ChildProcess process;
    private final Path home;

    Keycloak(StackSettings settings, Secrets secrets, Certificate certificate, Progress progress) {
        this.progress = progress;
        this.certificate = certificate;
        this.settings = settings;
        this.secrets = secrets;
        this.process = new ChildProcess("keycloak", settings.directory());
        this.home = settings.directory().resolve("keycloak");
    }

    /** Unpacks and builds the server where no earlier stack has done so; needs no other part. */
    Path prepare() throws IOException, InterruptedException {
        PrivateFiles.write(
                home.resolve("data").resolve("import").resolve("sluis-realm.json"),
                RealmFile.withDemonstration(settings.realm()));
        return new KeycloakDistribution(settings.keycloak(), settings.cache(), settings.keycloakVersion(), steps())
                .prepare();
    }

    /** The server looks for its parts in its home; what it only reads stays where it is. */
    private void link(Path distribution) throws IOException {
        for (String part : List.of("lib", "conf", "providers")) {
            link(part, distribution.resolve(part));
        }
        link("themes", settings.themes());
        link("data/password-blacklists", settings.themes().resolveSibling("password-blacklists"));
    }

    private void link(String part, Path target) throws IOException {
        Files.deleteIfExists(home.resolve(part));
        Files.createSymbolicLink(home.resolve(part), target);
    }

    @Override
    public void start() throws IOException, InterruptedException {
        Path distribution = prepare();
        link(distribution);
        KeycloakCommand command = new KeycloakCommand(distribution, home);
        process.start(
                command.of(
                        "start",
                        "--optimized",
                        "--import-realm",
                        "--cache=local",
                        "--http-enabled=true",
                        "--http-host=127.0.0.1",
                        "--http-port=" + settings.ports().keycloak(),
                        "--hostname=" + settings.keycloakUrl(),
                        "--db-url=jdbc:postgresql://localhost:%d/%s"
                                .formatted(settings.ports().database(), Database.KEYCLOAK),
                        "--db-username=" + Database.KEYCLOAK,
                        "--truststore-paths=" + trusted()),
                environment());
        process.await(PATIENCE, () -> Http.answers(settings.issuer() + "/.well-known/openid-configuration"));
    }

    /** The portal's certificate, so that the realm can tell the portal of ended sessions. */
    private Path trusted() throws IOException, InterruptedException {
        certificate.makeOnce();
        return PrivateFiles.write(home.resolve("portal.pem"), certificate.pem());
    }

    @Override
    public void stop() {
        process.stop();
    }

    public long pid() {
        return process.pid();
    }

    /** SIGSTOP: it is still called, and says nothing. */
    public void suspend() throws IOException, InterruptedException {
        process.suspend();
    }

    /** SIGCONT: it goes on where it stopped. */
    public void resume() throws IOException, InterruptedException {
        process.resume();
    }

    private Map<String, String> environment() {
        return Map.of(
                "KC_DB_PASSWORD", secrets.password(Database.KEYCLOAK),
                "KC_BOOTSTRAP_ADMIN_USERNAME", ADMINISTRATOR,
                "KC_BOOTSTRAP_ADMIN_PASSWORD", secrets.password(ADMINISTRATOR),
                "SLUIS_PUBLIC_URL", settings.portalUrl(),
                "SLUIS_OIDC_CLIENT_SECRET", secrets.password(RealmFile.PORTAL_CLIENT),
                "SLUIS_DIRECTORY_CLIENT_SECRET", secrets.password(RealmFile.DIRECTORY_CLIENT),
                "SLUIS_DEMO_CLIENT_SECRET", secrets.password(RealmFile.DEMO_CLIENT),
                "SLUIS_BODY_NAME", BODY,
                "SLUIS_SMTP_PORT", Integer.toString(settings.ports().smtp()));
    }

    /** What is done to the archive, told step by step: the two take most of the first start. */
    private KeycloakDistribution.Steps steps() {
        return new KeycloakDistribution.Steps() {
            @Override
            public void unpacking() {
                progress.tell("Keycloak", "is unpacked, for all later starts");
            }

            @Override
            public void build(Path distribution) throws IOException, InterruptedException {
                progress.tell("Keycloak", "is built for PostgreSQL, for all later starts");
                Keycloak.this.build(distribution);
            }
        };
    }

    private void build(Path distribution) throws IOException, InterruptedException {
        Path log = PrivateFiles.directory(settings.directory().resolve("logs")).resolve("keycloak-build.log");
        Process build = new ProcessBuilder(new KeycloakCommand(distribution, distribution).of("build", "--db=postgres"))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            if (!build.waitFor(15, TimeUnit.MINUTES) || build.exitValue() != 0) {
                throw new StackException("Keycloak could not be built; see " + log);
            }
        } finally {
            build.destroyForcibly();
        }
    }
}
