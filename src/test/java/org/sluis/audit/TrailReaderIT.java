package org.sluis.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sluis.kernel.AuditEvent.Outcome;
import org.sluis.kernel.Caller;
import org.sluis.kernel.Ids;
import org.sluis.kernel.Page;
import org.sluis.kernel.Role;
import org.sluis.platform.rest.PageRequest;
import org.sluis.stack.BareDatabase;
import org.sluis.stack.UseCases;

/** What the trail is asked for comes whole, in the order of time, and by an index. */
@TestInstance(Lifecycle.PER_CLASS)
class TrailReaderIT {

    private static final Set<String> ACTS = Set.of("tried", "rare");

    /** So many of one person and act that a page which also asks for something else does not look at all of them. */
    private static final int MANY = TrailReader.WALK + 300;

    private static final String ENTER = """
            insert into audit_entry (id, actor_id, act, outcome, resource_type, resource_id, facts)
            select gen_random_uuid(), cast(?1 as uuid), ?2, ?3, 'document', cast(?4 as uuid), '{"version":1,"roles":["a","b"]}'
            from generate_series(1, %d)
            """;

    private final UseCases portal = UseCases.ofApplication(BareDatabase.get());
    private final TrailReader reader = portal.get(TrailReader.class);
    private final Caller dpo = caller(Role.DPO);
    private final Caller busy = caller(Role.INSPECTOR);
    private final Caller other = caller(Role.CLIENT);
    private final UUID document = Ids.next();
    private final UUID elsewhere = Ids.next();

    @BeforeAll
    void enterAll() {
        enter(1, busy, "rare", "ALLOWED", document);
        enter(MANY, busy, "tried", "ALLOWED", elsewhere);
        enter(3, other, "tried", "DENIED", document);
        enter(2, other, "tried", "ALLOWED", document);
        enter(2, busy, "tried", "ALLOWED", document);
    }

    @AfterAll
    void close() {
        portal.close();
    }

    @Test
    void eachFilterLeavesWhatItSays() {
        assertThat(all(dpo, asked("document", document), 3)).hasSize(8);
        assertThat(all(dpo, asked("person", other.personId()), 3)).hasSize(5);
        assertThat(all(dpo, asked("document", document, "person", busy.personId()), 3))
                .hasSize(3);
        assertThat(all(dpo, asked("document", document, "outcome", "DENIED"), 50))
                .hasSize(3)
                .allMatch(entry -> entry.outcome() == Outcome.DENIED)
                .allMatch(entry -> entry.actor().equals(Optional.of(other.personId())));
        assertThat(all(dpo, asked("document", document, "act", "rare", "outcome", "ALLOWED"), 50))
                .singleElement()
                .satisfies(entry -> assertThat(entry.facts())
                        .isEqualTo(Map.of("version", List.of("1"), "roles", List.of("a", "b"))));
    }

    /** The database's clock says when, and the identifiers of these entries say nothing. */
    @Test
    void comesInTheOrderOfTimeAndEachOnce() {
        List<TrailEntry> entries = all(dpo, asked("document", document), 2);
        assertThat(entries).extracting(TrailEntry::at).isSortedAccordingTo((one, next) -> next.compareTo(one));
        assertThat(entries).extracting(TrailEntry::id).doesNotHaveDuplicates();
        Instant newest = entries.get(0).at();
        assertThat(all(dpo, asked("document", document, "to", newest), 50))
                .noneMatch(entry -> entry.at().equals(newest))
                .isNotEmpty();
        assertThat(all(dpo, asked("document", document, "from", newest), 50))
                .isNotEmpty()
                .allMatch(entry -> entry.at().equals(newest));
    }

    /** Of the person's entries the one that is looked for lies below more than one page looks at. */
    @Test
    void goesOnWhereAPageHasStoppedWithoutAnything() {
        TrailCriteria rare = asked("person", busy.personId(), "act", "rare");
        Page<TrailEntry> first = page(dpo, rare, PageRequest.of(50, null));
        assertThat(first.items()).isEmpty();
        assertThat(first.nextCursor()).isPresent();
        assertThat(all(dpo, rare, 50)).hasSize(1);
    }

    @Test
    void showsOthersEntriesOnlyToThoseWhoOversee() {
        assertThat(all(other, asked("document", document), 50))
                .hasSize(5)
                .allMatch(entry -> entry.actor().equals(Optional.of(other.personId())));
        UUID foreign = all(dpo, asked("person", busy.personId(), "act", "rare"), 50)
                .get(0)
                .id();
        assertThat(portal.as(other, () -> reader.entry(foreign))).isEmpty();
        assertThat(page(other, asked("document", document), new PageRequest(50, Optional.of(foreign)))
                        .items())
                .isEmpty();
    }

    /** No filter makes the database sort or read what it does not show. */
    @ParameterizedTest
    @CsvSource({
        "e.actor_id = cast(?1 as uuid), audit_entry_of_person_by_time",
        "e.resource_id = cast(?1 as uuid), audit_entry_of_resource_by_time",
        "e.act = ?1, audit_entry_of_action_by_time",
        "e.outcome = 'DENIED' and ?1 <> '', audit_entry_denied_by_time",
        "?1 <> '', audit_entry_by_time",
    })
    void servesEachFilterByAnIndex(String filter, String index) {
        String plan = portal.as(dpo, () -> {
            portal.rows(
                    "select set_config('enable_seqscan', 'off', true), set_config('enable_bitmapscan', 'off', true)");
            return String.join(
                    "\n",
                    portal.rows("""
                    explain select * from audit_entry e
                    where %s and e.at >= timestamptz '2026-01-01' and e.at < clock_timestamp()
                      and (e.at, e.id) < (select c.at, c.id from audit_entry c where c.id = '%s')
                    order by e.at desc, e.id desc limit 51
                    """.formatted(filter, document), document).stream()
                            .map(String::valueOf)
                            .toList());
        });
        assertThat(plan).contains("Index Scan Backward using " + index).doesNotContain("Sort");
    }

    private List<TrailEntry> all(Caller caller, TrailCriteria criteria, int step) {
        List<TrailEntry> all = new ArrayList<>();
        Optional<UUID> next = Optional.empty();
        do {
            Page<TrailEntry> page = page(caller, criteria, new PageRequest(step, next));
            all.addAll(page.items());
            next = page.nextCursor();
        } while (next.isPresent());
        return all;
    }

    private Page<TrailEntry> page(Caller caller, TrailCriteria criteria, PageRequest page) {
        return portal.as(caller, () -> reader.page(criteria, page));
    }

    private static TrailCriteria asked(Object... namesAndValues) {
        Map<String, String> asked = new HashMap<>();
        for (int at = 0; at < namesAndValues.length; at += 2) {
            asked.put(namesAndValues[at].toString(), namesAndValues[at + 1].toString());
        }
        return TrailCriteria.of(asked, ACTS);
    }

    private void enter(int times, Caller caller, String act, String outcome, UUID subject) {
        int entered = portal.as(
                caller, () -> portal.change(ENTER.formatted(times), caller.personId(), act, outcome, subject));
        assertThat(entered).isEqualTo(times);
    }

    private static Caller caller(Role role) {
        return new Caller(Ids.next(), "Somebody", Set.of(role), Optional.empty(), Optional.empty());
    }
}
