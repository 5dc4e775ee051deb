package org.sluis.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * The database does what it was told and its connection ends before it says so. PostgreSQL is made to wait in the commit, for
 * a standby that never comes: the transaction is on its disk by then. Its process is ended there, as by a crash of the
 * machine in between.
 */
class LostCommitIT {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final String IN_THEIR_COMMIT = "from pg_stat_activity where wait_event = 'SyncRep'";

    private final Desk desk = new Desk();
    private final RestClient client = desk.person("client-a1");

    @AfterEach
    void commitsAreAnsweredAgain() throws Exception {
        configure("alter system reset synchronous_standby_names");
        await().atMost(PATIENCE).until(desk.stack.portal()::isReady);
    }

    @Test
    void uploadWhoseCommitIsNeverAnsweredKeepsItsBytesAndIsCheckedLater() throws Exception {
        String title = "Lost " + UUID.randomUUID();
        String metadata = "{\"title\":\"%s\",\"category\":\"test-report\"}".formatted(title);
        letCommitsWait();

        CompletableFuture<HttpResponse<byte[]>> upload =
                CompletableFuture.supplyAsync(() -> client.upload(metadata, "report.txt", Desk.TEXT));
        await().atMost(PATIENCE).until(() -> {
            execute("select pg_terminate_backend(pid) " + IN_THEIR_COMMIT);
            return upload.isDone();
        });
        assertThat(upload.join().statusCode()).isBetween(500, 503);
        configure("alter system reset synchronous_standby_names");

        assertThat(versions(title, "true")).isEqualTo(1);
        await().atMost(PATIENCE).until(() -> versions(title, "v.state = 'AVAILABLE'") == 1);
        String document = RestClient.json(client.get("/documents?q=" + title.replace(" ", "%20")))
                .path("items")
                .path(0)
                .path("id")
                .asText();
        assertThat(client.get("/documents/" + document + "/content").body()).isEqualTo(Desk.TEXT);
    }

    private long versions(String title, String condition) {
        return desk.number(
                "select count(*) from document d join document_version v on v.document_id = d.id where d.title = '%s' and %s"
                        .formatted(title, condition));
    }

    /** The server takes a setting up when it comes to it, so commits are tried until one waits. */
    private void letCommitsWait() throws SQLException {
        configure("alter system set synchronous_standby_names = 'nobody'");
        await().atMost(PATIENCE).until(() -> {
            CompletableFuture<Void> commit = CompletableFuture.runAsync(this::commitSomething);
            await().atMost(PATIENCE).until(() -> commit.isDone() || commitsWait());
            return commitsWait();
        });
    }

    private boolean commitsWait() {
        return desk.number("select count(*) " + IN_THEIR_COMMIT) > 0;
    }

    /** Asks for an answer as the portal does; without that it would be the chance of the next one of the portal's own. */
    private void commitSomething() {
        try (Connection connection = desk.stack.database().connect();
                Statement statement = connection.createStatement()) {
            statement.execute("set synchronous_commit = on");
            statement.execute("select pg_logical_emit_message(true, 'commit', 'something')");
        } catch (SQLException ended) {
            throw new IllegalStateException(ended);
        }
    }

    private void configure(String setting) throws SQLException {
        execute(setting);
        execute("select pg_reload_conf()");
    }

    private void execute(String statement) throws SQLException {
        try (Connection connection = desk.stack.database().connect();
                Statement once = connection.createStatement()) {
            once.execute(statement);
        }
    }
}
