package org.sluis.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.sluis.documents.Archives;
import org.sluis.documents.Documents;
import org.sluis.documents.Reception.Pending;
import org.sluis.inspection.MalwareFinding;
import org.sluis.kernel.Caller;
import org.sluis.kernel.Problem;
import org.sluis.kernel.Role;
import org.sluis.kernel.SystemCaller;
import org.sluis.quarantine.DocumentRecalled;
import org.sluis.quarantine.Recalls;
import org.sluis.stack.BareDatabase;
import org.sluis.stack.UseCases;

/** What is convicted after it had passed is gone for everybody, and only the rescanner takes it away. */
@TestInstance(Lifecycle.PER_CLASS)
class RecallIT {

    private final BareDatabase database = BareDatabase.get();
    private final Exchange exchange = new Exchange(database);
    private final UseCases portal = exchange.portal;

    private final Caller administrator = exchange.person(Optional.empty(), Role.ADMIN);
    private final Caller sender = exchange.person(Optional.of("Plant"), Role.CLIENT);
    private final Caller reader = exchange.person(Optional.empty(), Role.INSPECTOR);

    private Pending stored = exchange.sent(sender, "first");
    private MalwareFinding finding = new MalwareFinding("none", Optional.empty());

    @BeforeEach
    void oneStoredDocumentWithAReader() {
        stored = exchange.sent(sender, "stored");
        exchange.release(stored);
        exchange.grant(administrator, stored.documentId(), reader.personId(), Right.DOWNLOAD);
        finding = new MalwareFinding("Win." + stored.versionId(), Optional.of("ClamAV 1.4.6/27450/Mon"));
    }

    @AfterAll
    void close() {
        exchange.close();
    }

    @Test
    void recalledContentIsGoneForEverybodyByEveryWay() {
        assertThat(exchange.refusalOfContent(reader, stored.documentId())).isEmpty();
        assertThat(recalled(finding)).isTrue();
        for (Caller caller : List.of(reader, sender)) {
            assertThat(exchange.refusalOfContent(caller, stored.documentId())).contains(Problem.NOT_FOUND);
            assertThat(Exchange.refusal(() -> portal.as(
                            caller,
                            () -> portal.get(Documents.class)
                                    .content(caller, stored.documentId(), Optional.of(stored.number())))))
                    .contains(Problem.NOT_FOUND);
            assertThat(Exchange.refusal(() -> portal.as(
                            caller,
                            () -> portal.get(Archives.class)
                                    .contents(caller, List.of(stored.documentId()), Long.MAX_VALUE))))
                    .contains(Problem.NOT_FOUND);
        }
        assertThat(exchange.refusalOfContent(administrator, stored.documentId()))
                .contains(Problem.RIGHT_MISSING);
        Map<String, Object> seen =
                portal.as(sender, () -> portal.get(Documents.class).read(sender, stored.documentId()));
        assertThat(seen).containsEntry("state", "RECALLED").containsEntry("reason", "malware-found");
        assertThat(exchange.versions(reader, stored.documentId())).isEmpty();
    }

    @Test
    void recallNamesWhoHadTheBytesAndNobodyElse() {
        Caller packer = exchange.person(Optional.empty(), Role.INSPECTOR);
        Caller looker = exchange.person(Optional.empty(), Role.INSPECTOR);
        for (Caller granted : List.of(packer, looker)) {
            exchange.grant(administrator, stored.documentId(), granted.personId(), Right.DOWNLOAD);
        }
        exchange.refusalOfContent(reader, stored.documentId());
        exchange.refusalOfContent(reader, stored.documentId());
        exchange.refusalOfReading(looker, stored.documentId());
        portal.as(
                packer,
                () -> portal.get(Archives.class).contents(packer, List.of(stored.documentId()), Long.MAX_VALUE));
        Pending next = exchange.revised(sender, stored.documentId());
        exchange.release(next);
        exchange.refusalOfContent(looker, stored.documentId());

        assertThat(recalled(finding)).isTrue();

        DocumentRecalled told = lastTold();
        assertThat(told.documentId()).isEqualTo(stored.documentId());
        assertThat(told.version()).isEqualTo(stored.number());
        assertThat(told.signature()).isEqualTo(finding.signature());
        assertThat(told.recipients()).containsExactlyInAnyOrder(reader.personId(), packer.personId());
    }

    /** Otherwise whoever reads in that moment would have the bytes and be told nothing. */
    @Test
    void recallWaitsForADownloadThatHasBegunAndCountsIt() throws Exception {
        try (UseCases other = UseCases.ofApplication(database)) {
            CompletableFuture<Boolean> recall = portal.as(reader, () -> {
                portal.get(Documents.class).content(reader, stored.documentId(), Optional.empty());
                CompletableFuture<Boolean> begun =
                        CompletableFuture.supplyAsync(() -> Exchange.recall(other, stored, finding));
                await().atMost(Duration.ofMinutes(3)).until(this::somebodyWaits);
                return begun;
            });
            assertThat(recall.get(3, TimeUnit.MINUTES)).isTrue();
            assertThat(other.events().stream()
                            .filter(DocumentRecalled.class::isInstance)
                            .map(event -> ((DocumentRecalled) event).recipients()))
                    .containsExactly(List.of(reader.personId()));
        }
    }

    @Test
    void oldVersionIsRecalledAloneAndALaterOneReplacesARecalledOne() {
        Pending next = exchange.revised(sender, stored.documentId());
        exchange.release(next);
        assertThat(recalled(finding)).isTrue();
        assertThat(exchange.refusalOfContent(reader, stored.documentId())).isEmpty();

        assertThat(recall(next, finding)).isTrue();
        assertThat(exchange.refusalOfContent(reader, stored.documentId())).contains(Problem.NOT_FOUND);
        Pending clean = exchange.revised(sender, stored.documentId());
        exchange.release(clean);
        assertThat(exchange.refusalOfContent(reader, stored.documentId())).isEmpty();
    }

    @Test
    void convictionIsAboutBytesWhereverTheyAre() {
        Pending twin = exchange.sent(sender, "the same bytes");
        exchange.release(twin);
        Pending waiting = exchange.sent(sender, "the same bytes, waiting");
        List<UUID> holding =
                portal
                        .as(
                                SystemCaller.RESCANNER,
                                () -> portal.get(Recalls.class).holding(Exchange.SHA256))
                        .stream()
                        .map(Pending::versionId)
                        .toList();
        assertThat(holding).contains(twin.versionId(), stored.versionId()).doesNotContain(waiting.versionId());
    }

    @Test
    void recallComesOnce() {
        assertThat(recalled(finding)).isTrue();
        assertThat(recalled(finding)).isFalse();
    }

    @Test
    void rescannerMayWithdrawAndNothingElse() {
        Pending waiting = exchange.sent(sender, "waiting");
        Pending refused = exchange.sent(sender, "refused");
        exchange.reject(refused);
        String versions = "select id from document_version where id in ('%s', '%s', '%s')"
                .formatted(stored.versionId(), waiting.versionId(), refused.versionId());
        assertThat(asRescanner(() -> portal.rows(versions)))
                .extracting(Object::toString)
                .containsExactlyInAnyOrder(
                        stored.versionId().toString(), waiting.versionId().toString());
        assertThat(asRescanner(() -> portal.rows("select id from document where id in ('%s', '%s')"
                        .formatted(waiting.documentId(), refused.documentId()))))
                .isEmpty();
        assertThat(asRescanner(() -> portal.rows("select id from document_grant")))
                .isEmpty();
        for (String act : List.of(
                "set state = 'ERASED'",
                "set state = 'REJECTED'",
                "set wrapped_key = null",
                "set sha256 = repeat('a', 64)",
                "set state = 'RECALLED', wrapped_key = null",
                "set state = 'RECALLED', sha256 = repeat('a', 64)")) {
            assertThatThrownBy(() -> asRescanner(() -> portal.change(
                            "update document_version %s where id = '%s'".formatted(act, stored.versionId()))))
                    .as(act)
                    .hasStackTraceContaining("only the gate");
        }
        assertThatThrownBy(() -> asRescanner(() -> portal.change(
                        "update document set state = 'ERASED' where id = '%s'".formatted(stored.documentId()))))
                .hasStackTraceContaining("only the gate");
        assertThatThrownBy(() -> asRescanner(() -> portal.change(
                        "update document set title = 'x' where id = '%s'".formatted(stored.documentId()))))
                .hasStackTraceContaining("row-level security");
        recalled(finding);
        assertThatThrownBy(() -> asRescanner(
                        () -> portal.change("update document_version set state = 'AVAILABLE' where id = '%s'"
                                .formatted(stored.versionId()))))
                .hasStackTraceContaining("only the gate");
    }

    @Test
    void gateNeitherRecallsNorReleasesWhatWasRecalled() {
        for (String state : List.of("RECALLED", "REJECTED", "CHECKING")) {
            String act =
                    "update document_version set state = '%s' where id = '%s'".formatted(state, stored.versionId());
            assertThatThrownBy(() -> portal.as(SystemCaller.GATE, () -> portal.change(act)))
                    .hasStackTraceContaining("only the gate");
        }
        recalled(finding);
        assertThatThrownBy(() -> portal.as(
                        SystemCaller.GATE,
                        () -> portal.change("update document_version set state = 'AVAILABLE' where id = '%s'"
                                .formatted(stored.versionId()))))
                .hasStackTraceContaining("only the gate");
        assertThatThrownBy(() -> portal.as(
                        SystemCaller.GATE,
                        () -> portal.change("update document set state = 'AVAILABLE' where id = '%s'"
                                .formatted(stored.documentId()))))
                .hasStackTraceContaining("only the gate");
    }

    private boolean somebodyWaits() throws SQLException {
        try (Connection connection = database.connectAsSuperuser();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select exists (select from pg_locks where locktype = 'advisory' and not granted)")) {
            return row.next() && row.getBoolean(1);
        }
    }

    private boolean recalled(MalwareFinding by) {
        return recall(stored, by);
    }

    private boolean recall(Pending version, MalwareFinding by) {
        return Exchange.recall(portal, version, by);
    }

    private DocumentRecalled lastTold() {
        List<DocumentRecalled> told = portal.events().stream()
                .filter(DocumentRecalled.class::isInstance)
                .map(DocumentRecalled.class::cast)
                .toList();
        return told.get(told.size() - 1);
    }

    private <T> T asRescanner(Callable<T> work) {
        return portal.as(SystemCaller.RESCANNER, work);
    }
}
