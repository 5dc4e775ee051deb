package org.sluis.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.sluis.documents.Archives;
import org.sluis.documents.Documents;
import org.sluis.kernel.Caller;
import org.sluis.kernel.Ids;
import org.sluis.kernel.Problem;
import org.sluis.kernel.Role;
import org.sluis.kernel.SystemCaller;
import org.sluis.platform.persistence.Row;
import org.sluis.stack.BareDatabase;
import org.sluis.stack.UseCases;

/** The database keeps the trail, and who has had which bytes, also from an application that asks for more or says otherwise. */
@TestInstance(Lifecycle.PER_CLASS)
class TrailWallIT {

    private static final String ENTER = """
        insert into audit_entry (id, actor_id, act, outcome, resource_type, facts)
        values (cast(?1 as uuid), %s, 'tried', 'ALLOWED', 'document', '{}')
        """;

    private final BareDatabase database = BareDatabase.get();
    private final Exchange exchange = new Exchange(database);
    private final UseCases portal = exchange.portal;

    private final Caller administrator = exchange.person(Optional.empty(), Role.ADMIN);
    private final Caller dpo = exchange.person(Optional.empty(), Role.DPO);
    private final Caller sender = exchange.person(Optional.of("Plant"), Role.CLIENT);
    private final Caller reader = exchange.person(Optional.empty(), Role.INSPECTOR);
    private final UUID document = exchange.released(sender, "report");

    @AfterAll
    void close() {
        exchange.close();
    }

    @Test
    void everybodyReadsTheirOwnEntriesAndThoseWhoOverseeAll() {
        exchange.refusalOfReading(reader, document);
        exchange.refusalOfReading(sender, document);
        String actors = "select distinct actor_id from audit_entry where resource_id = '%s' and actor_id is not null"
                .formatted(document);
        assertThat(ids(reader, actors)).containsExactly(reader.personId());
        assertThat(ids(sender, actors)).containsExactly(sender.personId());
        for (Caller overseer : List.of(administrator, dpo)) {
            assertThat(ids(overseer, actors)).contains(reader.personId(), sender.personId());
        }
        for (SystemCaller system : SystemCaller.values()) {
            assertThat(portal.as(system, () -> portal.rows(actors))).isEmpty();
        }
        assertThat(portal.asNobody(() -> portal.rows(actors))).isEmpty();
    }

    @Test
    void everybodyWritesForThemselvesAndThePortalForNobody() {
        assertThat(entered(reader, "wall_person()")).isOne();
        assertThat(portal.as(SystemCaller.GATE, () -> portal.change(ENTER.formatted("null"), Ids.next())))
                .isOne();
        for (Callable<Integer> forgery : List.<Callable<Integer>>of(
                () -> entered(reader, "cast('%s' as uuid)".formatted(sender.personId())),
                () -> entered(administrator, "cast('%s' as uuid)".formatted(sender.personId())),
                () -> entered(reader, "null"),
                () -> portal.as(
                        SystemCaller.GATE,
                        () -> portal.change(
                                ENTER.formatted("cast('%s' as uuid)".formatted(sender.personId())), Ids.next())),
                () -> portal.asNobody(() -> portal.change(ENTER.formatted("null"), Ids.next())))) {
            assertThatThrownBy(forgery::call).hasStackTraceContaining("row-level security");
        }
    }

    @Test
    void clockAndTransactionAreTheDatabasesOwn() {
        UUID entry = Ids.next();
        Instant before = Instant.now();
        String transaction = portal.as(reader, () -> {
            portal.change(ENTER.formatted("wall_person()"), entry);
            return portal.rows("select cast(pg_current_xact_id() as text)")
                    .get(0)
                    .toString();
        });
        Row row = Row.of(portal.as(
                        reader,
                        () -> portal.rows(
                                "select at, cast(transaction_id as text) from audit_entry where id = cast(?1 as uuid)",
                                entry))
                .get(0));
        assertThat(row.instant(0).orElseThrow())
                .isBetween(before.minus(Duration.ofMinutes(1)), Instant.now().plus(Duration.ofMinutes(1)));
        assertThat(row.text(1)).contains(transaction);
        for (String told : List.of("at", "transaction_id")) {
            assertThatThrownBy(() -> portal.as(reader, () -> portal.change("""
                insert into audit_entry (id, actor_id, act, outcome, resource_type, facts, %s)
                values (cast(?1 as uuid), wall_person(), 'tried', 'ALLOWED', 'document', '{}', default)
                """.formatted(told), Ids.next())))
                    .hasStackTraceContaining("permission denied");
        }
    }

    @Test
    void factsAreAnObject() {
        assertThatThrownBy(() -> portal.as(
                        reader,
                        () -> portal.change(ENTER.formatted("wall_person()").replace("'{}'", "'[]'"), Ids.next())))
                .hasStackTraceContaining("check constraint");
    }

    @Test
    void oneRowTellsHowOftenAPersonHadAVersion() {
        UUID other = exchange.released(sender, "other");
        for (UUID granted : List.of(document, other)) {
            exchange.grant(administrator, granted, reader.personId(), Right.DOWNLOAD);
        }
        exchange.refusalOfContent(reader, document);
        exchange.refusalOfContent(reader, document);
        portal.as(reader, () -> portal.get(Archives.class).contents(reader, List.of(other, document), Long.MAX_VALUE));
        assertThat(downloads(reader, document)).isEqualTo(List.of(3L));
        assertThat(downloads(reader, other)).isEqualTo(List.of(1L));
        assertThat(portal.as(reader, () -> portal.rows("select 1 from document_recipient where first_at < last_at")))
                .hasSize(1);
    }

    @Test
    void aDownloadThatIsRefusedOrUndoneIsNoRecipient() {
        UUID own = exchange.released(sender, "own");
        assertThat(exchange.refusalOfContent(reader, own)).contains(Problem.NOT_FOUND);
        assertThatThrownBy(() -> portal.as(sender, () -> {
                    portal.get(Documents.class).content(sender, own, Optional.empty());
                    throw new IllegalStateException("undone");
                }))
                .hasMessage("undone");
        assertThat(downloads(administrator, own)).isEmpty();
    }

    @Test
    void recipientsAreSeenByThemselvesByThoseWhoOverseeAndByTheRecall() {
        UUID seen = exchange.released(sender, "seen");
        exchange.refusalOfContent(sender, seen);
        for (Caller caller : List.of(sender, administrator, dpo)) {
            assertThat(downloads(caller, seen)).hasSize(1);
        }
        assertThat(downloads(reader, seen)).isEmpty();
        String rows = "select person_id from document_recipient where document_id = '%s'".formatted(seen);
        for (SystemCaller system : SystemCaller.values()) {
            assertThat(portal.as(system, () -> portal.rows(rows))).hasSize(system == SystemCaller.RESCANNER ? 1 : 0);
        }
        assertThat(portal.asNobody(() -> portal.rows(rows))).isEmpty();
    }

    @Test
    void nobodyWritesRecipientsButByADownloadOfTheirOwn() {
        exchange.refusalOfContent(sender, document);
        for (String change : List.of(
                "insert into document_recipient (document_id, version, person_id) values ('%s', 1, '%s')"
                        .formatted(document, reader.personId()),
                "update document_recipient set downloads = 1",
                "delete from document_recipient")) {
            for (Caller caller : List.of(sender, administrator)) {
                assertThatThrownBy(() -> portal.as(caller, () -> portal.change(change)))
                        .hasStackTraceContaining("permission denied");
            }
        }
        String sent = "select cast(document_sent(cast(array['%s'] as uuid[]), cast(array[1] as int[])) as text)"
                .formatted(document);
        assertThatThrownBy(() -> portal.asNobody(() -> portal.rows(sent)))
                .hasStackTraceContaining("violates not-null constraint");
        assertThatThrownBy(() -> portal.as(SystemCaller.GATE, () -> portal.rows(sent)))
                .hasStackTraceContaining("violates not-null constraint");
    }

    private int entered(Caller caller, String actor) {
        return portal.as(caller, () -> portal.change(ENTER.formatted(actor), Ids.next()));
    }

    private List<?> downloads(Caller caller, UUID of) {
        return portal.as(
                caller,
                () -> portal.rows("select downloads from document_recipient where document_id = '%s'".formatted(of)));
    }

    private List<UUID> ids(Caller caller, String query) {
        return portal.as(caller, () -> portal.rows(query)).stream()
                .map(row -> Row.of(row).id(0).orElseThrow())
                .toList();
    }
}
