package org.sluis.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * PostgreSQL, Keycloak, clamd, a mail server and the portal, started together and stopped together. The demonstration,
 * the tests and the benchmarks run on it.
 */
public final class Stack implements AutoCloseable {
    private final StackSettings settings;
    private final Secrets secrets;
    private final StackProperties properties;
    private final Database database;
    private final Keycloak keycloak;
    private final Clamd clamd;
    private final MailServer mail;
    private final PortalProcess portal;
    private final Tokens tokens;
    private final Progress progress;
    private final Together together = new Together();
    private Optional<StackLock> lock = Optional.empty();

    /** @param reader is told what the stack is doing while it starts, a line at a time, by several threads */
    public Stack(StackSettings settings, Consumer<String> reader) {
        this.progress = new Progress(
                reader, InstantSource.system(), settings.directory().resolve("logs"));
        this.secrets = new Secrets(settings.directory().resolve("secrets"));
        Certificate certificate = Certificate.ofPortal(settings, secrets);
        this.settings = settings;
        this.properties = new StackProperties(settings.directory());
        this.database = new Database(settings, secrets);
        this.keycloak = new Keycloak(settings, secrets, certificate, progress);
        this.clamd = new Clamd(settings);
        this.mail = new MailServer(settings.ports());
        this.portal = new PortalProcess(
                settings, certificate, configuration(settings, certificate, Database.PORTAL, Map.of()));
        this.tokens = new Tokens(settings, secrets);
    }

    /**
     * Starts every part and returns when all of them answer.
     *
     * @param anew whether to forget what an earlier stack in this directory has stored
     * @throws StackException when a port is taken, a part does not come up or the directory is in use
     */
    public void start(boolean anew) throws IOException, InterruptedException {
        claim();
        if (anew) {
            clear();
        }
        properties.delete();
        settings.ports().requireFree();
        new RealmAddresses(settings).requireUnchanged();
        try {
            startParts();
        } catch (ExecutionException e) {
            close();
            throw told(e);
        }
        publish();
    }

    /** Stops every part, the dependent ones first. */
    @Override
    public void close() throws IOException {
        together.cancel();
        properties.delete();
        Stream.of(portal, keycloak, mail, clamd, database).forEach(Part::stop);
        if (lock.isPresent()) {
            lock.get().close();
        }
    }

    /** Starts the portal again, after {@link PortalProcess#kill} or an orderly stop, with all it has stored. */
    public void restartPortal() throws IOException, InterruptedException {
        portal.stop();
        portal.start();
        publish();
    }

    /** The same without waiting until the portal is ready, for when a part it needs is away. */
    public void relaunchPortal() throws IOException, InterruptedException {
        portal.stop();
        portal.launch();
        publish();
    }

    /** Starts the scanner again, after {@link Clamd#kill} or an orderly stop. */
    public void restartClamd() throws Exception {
        clamd.stop();
        clamd.start();
        publish();
    }

    /**
     * A second portal on the same parts, not started yet, with a database and a store of its own.
     *
     * @param name of its folder
     * @param more settings that differ from the first portal's
     */
    public PortalProcess portalBeside(String name, Map<String, String> more) throws IOException, SQLException {
        StackSettings beside = settings.beside(name, Ports.free());
        String itsDatabase = Database.PORTAL + '_' + name;
        database.createPortalDatabase(itsDatabase);
        Certificate itsCertificate = Certificate.ofPortal(beside, secrets);
        return new PortalProcess(beside, itsCertificate, configuration(beside, itsCertificate, itsDatabase, more));
    }

    public StackSettings settings() {
        return settings;
    }

    public Database database() {
        return database;
    }

    public Keycloak keycloak() {
        return keycloak;
    }

    public Clamd clamd() {
        return clamd;
    }

    public MailServer mail() {
        return mail;
    }

    public PortalProcess portal() {
        return portal;
    }

    public Tokens tokens() {
        return tokens;
    }

    private PortalConfiguration configuration(
            StackSettings portal, Certificate certificate, String itsDatabase, Map<String, String> more) {
        return new PortalConfiguration(portal, secrets, certificate, itsDatabase, more);
    }

    private void claim() throws IOException {
        lock = Optional.of(StackLock.take(settings.directory()));
        new Leftovers(settings.directory()).end();
    }

    private void clear() throws IOException {
        try (Stream<Path> found = Files.list(settings.directory())) {
            found.filter(path -> !path.endsWith(StackLock.FILE)).forEach(PrivateFiles::deleteTree);
        }
    }

    private void startParts() throws InterruptedException, ExecutionException {
        Future<?> stored = together.begin(() -> progress.of("PostgreSQL", database::start));
        Future<?> scanning = together.begin(() -> progress.of("clamd", clamd::start));
        Future<?> mailing = together.begin(() -> progress.of("mail", mail::start));
        Future<?> identifying = together.begin(() -> {
            keycloak.prepare();
            stored.get();
            progress.of("Keycloak", keycloak::start);
        });
        Future<?> serving = together.begin(() -> {
            stored.get();
            scanning.get();
            mailing.get();
            progress.of("portal", portal::start);
        });
        together.await(progress::awaited, stored, scanning, mailing, identifying, serving);
    }

    private void publish() throws IOException {
        properties.write(Map.ofEntries(
                Map.entry("portal.url", portal.url()),
                Map.entry("portal.pid", Long.toString(portal.pid())),
                Map.entry("keycloak.url", settings.keycloakUrl()),
                Map.entry("keycloak.pid", Long.toString(keycloak.pid())),
                Map.entry("realm", RealmFile.REALM),
                Map.entry("client.id", RealmFile.DEMO_CLIENT),
                Map.entry("client.secret", tokens.clientSecret()),
                Map.entry("clamd.host", Clamd.HOST),
                Map.entry("clamd.port", Integer.toString(clamd.port())),
                Map.entry("clamd.pid", Long.toString(clamd.pid())),
                Map.entry("db.url", database.urlWithOwner()),
                Map.entry("db.pid", Long.toString(database.pid())),
                Map.entry("mail.url", mail.url()),
                Map.entry("storage.dir", portal.storage().toString())));
    }

    private static StackException told(ExecutionException failure) {
        Throwable cause = failure;
        while (cause instanceof ExecutionException && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause instanceof StackException words ? words : new StackException("the stack did not start", cause);
    }
}
