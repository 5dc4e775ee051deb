package org.sluis.access;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.sluis.access.PlainModel.Doc;
import org.sluis.access.PlainModel.Held;
import org.sluis.documents.Criteria;
import org.sluis.documents.Documents;
import org.sluis.documents.Reception.Pending;
import org.sluis.documents.Walks;
import org.sluis.kernel.Caller;
import org.sluis.kernel.Page;
import org.sluis.kernel.Role;
import org.sluis.kernel.SystemCaller;
import org.sluis.people.PrincipalKind;
import org.sluis.platform.rest.Audience;
import org.sluis.platform.rest.FilteredView;
import org.sluis.platform.rest.PageRequest;
import org.sluis.stack.BareDatabase;
import org.sluis.stack.UseCases;

/** A few people and their documents, in the portal and in the plain model at once. */
final class Scene {

    private static final String MARK = "concrete";
    private static final List<Right> RIGHTS = List.of(Right.values());

    private final BareDatabase database;
    private final Exchange exchange;
    private final UseCases withoutRowSecurity;
    private final PlainModel model = new PlainModel();
    private final Caller administrator;
    private final Map<UUID, Caller> people = new LinkedHashMap<>();
    private final List<UUID> organisations = new ArrayList<>();
    private final List<UUID> teams = new ArrayList<>();
    private final List<Pending> waiting = new ArrayList<>();
    private final List<Remembered> memory = new ArrayList<>();
    private long shifted;

    /** Who could read a document at an instant, as the clock was then, when so many hours had passed. */
    private record Remembered(UUID document, Instant instant, long shifted, Set<UUID> readers) {}

    Scene(BareDatabase database, Exchange exchange, UseCases withoutRowSecurity) {
        this.database = database;
        this.exchange = exchange;
        Walks.shorten(exchange.portal, 3);
        this.withoutRowSecurity = withoutRowSecurity;
        this.administrator = exchange.person(Optional.empty(), Role.ADMIN);
        UUID scene = UUID.randomUUID();
        for (String name : List.of("Plant ", "Plant ", "Quarry ")) {
            Caller client = exchange.person(Optional.of(name + scene), Role.CLIENT);
            people.put(client.personId(), client);
            UUID organisation = client.organisationId().orElseThrow();
            if (!organisations.contains(organisation)) {
                organisations.add(organisation);
            }
            group(organisation).add(client.personId());
        }
        for (int i = 0; i < 2; i++) {
            Caller inspector = exchange.person(Optional.empty(), Role.INSPECTOR);
            people.put(inspector.personId(), inspector);
            teams.add(exchange.team(administrator, "Team " + i + " " + scene));
        }
    }

    void happen(Step step) throws SQLException {
        switch (step.kind()) {
            case SEND -> send(step);
            case RELEASE -> judge(step, "AVAILABLE");
            case REJECT -> judge(step, "REJECTED");
            case REVISE -> revise(step);
            case GRANT -> grant(step, 1);
            case GRANT_SEVERAL -> grant(step, 3);
            case REVOKE -> revoke(step);
            case SWEEP ->
                exchange.portal.as(
                        SystemCaller.SWEEPER,
                        () -> exchange.portal.get(ExpiredGrants.class).move(100));
            case HOURS_PASS -> pass(1 + step.how() % 3);
            case JOIN_TEAM -> join(step);
            case LEAVE_TEAM -> leave(step);
            case CHANGE_ORGANISATION -> changeOrganisation(step);
            case DISABLE -> setActive(step, false);
            case ENABLE -> setActive(step, true);
        }
    }

    private void send(Step step) {
        Caller sender = person(step.who());
        if (model.disabled.contains(sender.personId())) {
            return;
        }
        String title = step.how() % 2 == 0 ? MARK + " 100%" : "cement_";
        Pending pending = exchange.sent(sender, title);
        waiting.add(pending);
        UUID grant = firstGrant(pending.documentId());
        model.enter(new Doc(pending.documentId(), sender.personId(), title), grant);
    }

    private UUID firstGrant(UUID document) {
        return exchange.portal.as(
                administrator,
                () -> UUID.fromString(exchange.portal
                        .rows("select id from document_grant where document_id = cast(?1 as uuid)", document)
                        .get(0)
                        .toString()));
    }

    private void judge(Step step, String state) {
        if (waiting.isEmpty()) {
            return;
        }
        Pending pending = waiting.remove(step.what() % waiting.size());
        if (state.equals("AVAILABLE")) {
            exchange.release(pending);
        } else {
            exchange.reject(pending);
        }
        requireNonNull(model.documents.get(pending.documentId())).versions.set(pending.number() - 1, state);
    }

    private void revise(Step step) {
        Caller sender = person(step.who());
        Optional<Doc> document = document(step.what());
        if (document.isPresent()
                && model.right(sender.personId(), document.get()).equals(Optional.of(Right.REVISE))
                && document.get().state().equals("AVAILABLE")) {
            waiting.add(exchange.revised(sender, document.get().id));
            document.get().versions.add("CHECKING");
            document.get().versionSenders.add(sender.personId());
        }
    }

    private void grant(Step step, int most) {
        if (model.documents.isEmpty()) {
            return;
        }
        List<UUID> chosen = model.documents.keySet().stream()
                .skip(step.what() % model.documents.size())
                .limit(most)
                .toList();
        UUID principal = principals().get(step.who() % principals().size());
        Right right = RIGHTS.get(step.how() % RIGHTS.size());
        long from = model.hour + (step.how() / 3 % 4 == 0 ? 1 : 0);
        Optional<Long> until =
                step.how() / 12 % 2 == 0 ? Optional.empty() : Optional.of(from + 1 + step.how() / 24 % 3);
        Instant now = Instant.now();
        GrantOrder order = new GrantOrder(
                kind(principal),
                principal,
                right,
                from == model.hour
                        ? Optional.empty()
                        : Optional.of(now.plus(Duration.ofHours(1)).minusSeconds(1800)),
                until.map(end -> now.plus(Duration.ofHours(end - model.hour)).minusSeconds(1800)),
                "model");
        List<UUID> ids = exchange.portal.as(
                administrator,
                () -> exchange.portal
                        .get(Grants.class)
                        .grantAll(administrator, new BatchOrder(chosen, List.of(order))));
        for (int i = 0; i < chosen.size(); i++) {
            model.give(chosen.get(i), new Held(ids.get(i), principal, right, from, until));
        }
    }

    private void revoke(Step step) {
        document(step.what()).ifPresent(document -> {
            List<Held> held = List.copyOf(model.held(document.id).values());
            if (!held.isEmpty()) {
                Held ended = held.get(step.who() % held.size());
                boolean isStillThere = Exchange.refusal(() -> exchange.revoke(administrator, document.id, ended.id()))
                        .isEmpty();
                assertThat(isStillThere || !ended.isLiveAt(model.hour)).isTrue();
                model.held(document.id).remove(ended.principal());
            }
        });
    }

    /** Moves everything that has a time into the past: the same as waiting. */
    private void pass(int hours) throws SQLException {
        try (Connection connection = database.connectAsSuperuser();
                Statement statement = connection.createStatement()) {
            String ago = " - interval '%d hours'".formatted(hours);
            String documents = model.documents.keySet().stream()
                    .map(id -> "'" + id + "'")
                    .collect(Collectors.joining(",", "(", ")"));
            String persons =
                    people.keySet().stream().map(id -> "'" + id + "'").collect(Collectors.joining(",", "(", ")"));
            statement.execute("set session_replication_role = replica");
            statement.execute("update membership set since = since" + ago + ", until = until" + ago
                    + " where person_id in " + persons);
            if (!model.documents.isEmpty()) {
                statement.execute(
                        "update document_past set since = since" + ago + " where document_id in " + documents);
                for (String table : List.of("document_grant", "document_grant_history")) {
                    statement.execute("update " + table + " set valid_from = valid_from" + ago
                            + ", valid_until = valid_until" + ago + ", granted_at = granted_at" + ago
                            + (table.endsWith("history") ? ", ended_at = ended_at" + ago : "")
                            + " where document_id in "
                            + documents);
                }
            }
        }
        model.hour += hours;
        shifted += hours;
    }

    private void join(Step step) {
        UUID team = teams.get(step.what() % teams.size());
        Caller joining = person(step.who());
        boolean joins = joining.isEmployee() && !group(team).contains(joining.personId());
        assertThat(Exchange.refusal(() -> exchange.join(administrator, team, joining.personId()))
                        .isEmpty())
                .isEqualTo(joins);
        if (joins) {
            group(team).add(joining.personId());
        }
    }

    private void leave(Step step) {
        UUID team = teams.get(step.what() % teams.size());
        UUID leaving = person(step.who()).personId();
        assertThat(Exchange.refusal(() -> exchange.leave(administrator, team, leaving))
                        .isEmpty())
                .isEqualTo(group(team).remove(leaving));
    }

    private void changeOrganisation(Step step) {
        Caller moving = person(step.who());
        if (!moving.isEmployee()) {
            UUID organisation = organisations.get(step.what() % organisations.size());
            exchange.portal.as(
                    SystemCaller.REGISTRAR,
                    () -> exchange.portal.change(
                            "update person set organisation_id = cast(?2 as uuid) where id = cast(?1 as uuid)",
                            moving.personId(),
                            organisation));
            organisations.forEach(one -> group(one).remove(moving.personId()));
            group(organisation).add(moving.personId());
        }
    }

    private void setActive(Step step, boolean active) {
        UUID person = person(step.who()).personId();
        exchange.setActive(person, active);
        if (active) {
            model.disabled.remove(person);
        } else {
            model.disabled.add(person);
        }
    }

    /** Asks everything of the portal that the model has an answer to. */
    void compare() {
        for (Caller caller : people.values()) {
            UUID person = caller.personId();
            Map<String, String> expected = model.listed(person, "");
            assertThat(listed(caller, Criteria.NONE, 3)).isEqualTo(expected);
            assertThat(listed(caller, Criteria.of(Audience.of(caller), MARK, null, null, null, null), 200))
                    .isEqualTo(model.listed(person, MARK));
            assertThat(listed(caller, Criteria.of(Audience.of(caller), "t_", null, null, null, null), 200))
                    .isEqualTo(model.listed(person, "t_"));
            assertThat(withoutRowSecurity.asNobody(() -> whole(withoutRowSecurity, caller, Criteria.NONE, 200)))
                    .isEqualTo(expected);
            assertThat(withoutFirstWall(caller)).containsExactlyInAnyOrderElementsOf(expected.keySet());
        }
    }

    /** Asks for one document everything that can be asked of one. */
    void compare(int which) {
        document(which).ifPresent(document -> {
            for (Caller caller : people.values()) {
                UUID person = caller.personId();
                assertThat(exchange.refusalOfReading(caller, document.id))
                        .isEqualTo(model.refusalOfReading(person, document));
                assertThat(exchange.refusalOfContent(caller, document.id))
                        .isEqualTo(model.refusalOfContent(person, document));
                if (model.right(person, document).isPresent()) {
                    assertThat(exchange.versions(caller, document.id)).hasSize(model.versions(person, document));
                }
                Explanation explanation = exchange.portal.as(
                        administrator,
                        () -> exchange.portal
                                .get(AccessHistory.class)
                                .explain(administrator, document.id, person, Optional.empty()));
                assertThat(explanation.right()).isEqualTo(model.right(person, document));
            }
            Instant now = exchange.portal.asNobody(
                    () -> exchange.portal.get(GrantStore.class).now());
            Set<UUID> readers = model.readers(document, people.keySet());
            assertThat(readersAt(document.id, now)).isEqualTo(readers);
            memory.add(new Remembered(document.id, now, shifted, readers));
        });
    }

    /** Asks again about the past. */
    void recall() {
        for (Remembered then : memory) {
            Instant instant = then.instant().minus(Duration.ofHours(shifted - then.shifted()));
            assertThat(readersAt(then.document(), instant)).isEqualTo(then.readers());
        }
    }

    private Set<UUID> readersAt(UUID document, Instant instant) {
        AccessView view = exchange.portal.as(
                administrator,
                () -> exchange.portal
                        .get(AccessHistory.class)
                        .readers(administrator, document, Optional.of(instant), PageRequest.of(200, null)));
        return view.readers().stream()
                .map(reader -> reader.person().id())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private Map<String, String> listed(Caller caller, Criteria criteria, int limit) {
        return exchange.portal.as(caller, () -> whole(exchange.portal, caller, criteria, limit));
    }

    /** All pages, in their order. */
    private static Map<String, String> whole(UseCases portal, Caller caller, Criteria criteria, int limit) {
        Map<String, String> found = new LinkedHashMap<>();
        Optional<UUID> below = Optional.empty();
        do {
            Page<FilteredView> page = portal.get(Documents.class).list(caller, criteria, new PageRequest(limit, below));
            page.items().forEach(item -> found.put((String) item.get("id"), (String) item.get("right")));
            below = page.nextCursor();
        } while (below.isPresent());
        return found;
    }

    private List<String> withoutFirstWall(Caller caller) {
        return exchange.portal.as(
                caller,
                () -> exchange.portal.rows("select id from document").stream()
                        .map(Object::toString)
                        .toList());
    }

    private Caller person(int who) {
        return List.copyOf(people.values()).get(who % people.size());
    }

    private Optional<Doc> document(int what) {
        return model.documents.isEmpty()
                ? Optional.empty()
                : Optional.of(List.copyOf(model.documents.values()).get(what % model.documents.size()));
    }

    private Set<UUID> group(UUID id) {
        return model.groups.computeIfAbsent(id, none -> new LinkedHashSet<>());
    }

    private List<UUID> principals() {
        List<UUID> principals = new ArrayList<>(people.keySet());
        principals.addAll(organisations);
        principals.addAll(teams);
        return principals;
    }

    private PrincipalKind kind(UUID principal) {
        if (people.containsKey(principal)) {
            return PrincipalKind.PERSON;
        }
        return organisations.contains(principal) ? PrincipalKind.ORGANISATION : PrincipalKind.TEAM;
    }
}
