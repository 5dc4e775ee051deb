package org.sluis.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sluis.documents.Reception;
import org.sluis.inspection.parsing.Objection;
import org.sluis.inspection.parsing.Rule;
import org.sluis.kernel.Caller;
import org.sluis.kernel.Ids;
import org.sluis.kernel.Role;
import org.sluis.kernel.SystemCaller;
import org.sluis.mail.Announced;
import org.sluis.mail.News;
import org.sluis.mail.NewsDesk;
import org.sluis.people.PrincipalKind;
import org.sluis.platform.rest.FilteredView;
import org.sluis.platform.rest.PageRequest;
import org.sluis.stack.BareDatabase;

/** What is new for whom: told in the transaction of the act, shown while the one decision shows the document. */
@TestInstance(Lifecycle.PER_CLASS)
class NewsIT {

    private static final int MOST = 500;
    private static final int MOST_STATEMENTS = 2;

    private final BareDatabase database = BareDatabase.get();
    private final Exchange exchange = new Exchange(database);
    private final Caller administrator = exchange.person(Optional.empty(), Role.ADMIN);
    private final Caller sender = exchange.person(Optional.of("Pit of news " + UUID.randomUUID()), Role.CLIENT);
    private Caller reader = administrator;
    private UUID document = Ids.TOP;

    @BeforeEach
    void aDocumentAndSomebody() {
        reader = exchange.person(Optional.empty(), Role.INSPECTOR);
        document = exchange.released(sender, "Strength of news");
    }

    @AfterAll
    void close() {
        exchange.close();
    }

    @Test
    void whatIsGivenIsToldAndWhatIsTakenBackIsNot() {
        UUID grant = given(reader.personId(), Optional.empty());
        assertThat(news(reader)).containsExactly("NEW_FOR_YOU Strength of news");
        assertThat(unread(reader)).isEqualTo(1);
        assertThat(news(administrator)).isEmpty();
        told(administrator, () -> {
            exchange.portal.get(GrantUndo.class).undo(administrator, grant);
            return true;
        });
        assertThat(news(reader)).isEmpty();
        assertThat(unread(reader)).isZero();
        revoke(given(reader.personId(), Optional.empty()));
        assertThat(news(reader)).isEmpty();
    }

    @Test
    void newsOfWhatWasReplacedIsBackWithIt() {
        given(reader.personId(), Optional.empty());
        UUID replacing = given(reader.personId(), Optional.of(Duration.ofDays(90)));
        told(administrator, () -> {
            exchange.portal.get(GrantUndo.class).undo(administrator, replacing);
            return true;
        });
        assertThat(news(reader)).containsExactly("NEW_FOR_YOU Strength of news");
        assertThat(unread(reader)).isEqualTo(1);
    }

    /** The first mail found nothing to tell, because there was nothing to open yet. */
    @Test
    void accessFromBeforeTheReleaseIsMailedWithIt() throws SQLException {
        var pending = exchange.sent(sender, "Long in checks");
        document = pending.documentId();
        given(reader.personId(), Optional.empty());
        assertThat(news(reader)).isEmpty();
        change("update notice set state = 'WITHDRAWN', decided_at = now() where recipient_id = ?", reader.personId());
        released(pending);
        assertThat(news(reader)).containsExactly("NEW_FOR_YOU Long in checks");
        assertThat(waiting("WAITING", "written_at <= (select min(at) from news where person_id = notice.recipient_id)"))
                .isOne();
    }

    /** Told once, whatever names the grant reaches somebody in; their own document is not new for them. */
    @Test
    void memberOfATeamIsToldOnce() {
        UUID team = exchange.team(administrator, "Team " + UUID.randomUUID());
        exchange.join(administrator, team, reader.personId());
        GrantOrder toTeam = order(PrincipalKind.TEAM, team);
        GrantOrder toReader = order(PrincipalKind.PERSON, reader.personId());
        told(
                administrator,
                () -> exchange.portal
                        .get(Grants.class)
                        .grantAll(administrator, new BatchOrder(List.of(document), List.of(toTeam, toReader))));
        assertThat(news(reader)).containsExactly("NEW_FOR_YOU Strength of news");
        given(sender.personId(), Optional.empty());
        assertThat(news(sender)).isEmpty();
    }

    /** The title is gone with the access; where another access shows the document, so does the item. */
    @Test
    void accessThatWasRevokedIsToldWithoutATitle() throws SQLException {
        UUID grant = given(reader.personId(), Optional.empty());
        age(grant);
        revoke(grant);
        assertThat(news(reader)).containsExactly("ENDED -");
        UUID team = exchange.team(administrator, "Team " + UUID.randomUUID());
        exchange.join(administrator, team, reader.personId());
        told(
                administrator,
                () -> exchange.portal
                        .get(Grants.class)
                        .grant(administrator, document, order(PrincipalKind.TEAM, team)));
        assertThat(news(reader)).containsExactly("NEW_FOR_YOU Strength of news", "ENDED Strength of news");
        assertThat(unread(reader)).isEqualTo(2);
    }

    @Test
    void accessThatEndsSoonIsToldOnceForEachLastDay() {
        given(reader.personId(), Optional.of(Duration.ofDays(6)));
        tellEnds();
        tellEnds();
        assertThat(news(reader)).containsExactly("ENDING Strength of news", "NEW_FOR_YOU Strength of news");
        given(reader.personId(), Optional.of(Duration.ofDays(20)));
        tellEnds();
        assertThat(news(reader)).containsExactly("NEW_FOR_YOU Strength of news");
        given(reader.personId(), Optional.of(Duration.ofDays(3)));
        tellEnds();
        assertThat(news(reader)).containsExactly("ENDING Strength of news", "NEW_FOR_YOU Strength of news");
        UUID team = exchange.team(administrator, "Team " + UUID.randomUUID());
        exchange.join(administrator, team, reader.personId());
        told(
                administrator,
                () -> exchange.portal
                        .get(Grants.class)
                        .grant(administrator, document, order(PrincipalKind.TEAM, team)));
        assertThat(news(reader)).doesNotContain("ENDING Strength of news");
    }

    @Test
    void accessForLaterIsToldOnceWhenItBegins() throws SQLException {
        GrantOrder later = new GrantOrder(
                reader.personId(),
                Right.DOWNLOAD,
                Optional.of(Instant.now().plus(Duration.ofDays(5))),
                Optional.empty(),
                "inspection");
        UUID grant = told(administrator, () -> exchange.portal.get(Grants.class).grant(administrator, document, later));
        tell(exchange.portal.get(NewsDesk.class)::tellStarts);
        assertThat(news(reader)).isEmpty();
        assertThat(waiting("WAITING")).isZero();
        change(
                "update document_grant set granted_at = granted_at - interval '6 days',"
                        + " valid_from = valid_from - interval '6 days' where id = ?",
                grant);
        tell(exchange.portal.get(NewsDesk.class)::tellStarts);
        tell(exchange.portal.get(NewsDesk.class)::tellStarts);
        assertThat(news(reader)).containsExactly("NEW_FOR_YOU Strength of news");
        assertThat(waiting("WAITING")).isOne();
    }

    /** Whoever wants to hear sooner does not wait for Monday, and whoever wants no mail gets none that waits. */
    @Test
    void choiceHoldsForTheMailThatWaits() throws SQLException {
        choose("WEEKLY");
        given(reader.personId(), Optional.empty());
        assertThat(waiting("WAITING", "due_at > now() + interval '5 minutes'")).isOne();
        choose("AT_ONCE");
        assertThat(waiting("WAITING", "due_at <= now() + interval '5 minutes' and next_attempt_at = due_at"))
                .isOne();
        choose("NEVER");
        assertThat(waiting("WAITING")).isZero();
        assertThat(waiting("WITHDRAWN")).isOne();
        assertThat(unread(reader)).as("the bell still tells it").isEqualTo(1);
    }

    @Test
    void sendersAreToldOfWhatWasRefused() {
        var pending = exchange.sent(sender, "Refused news");
        Objection why = Objection.of(Rule.MALWARE);
        exchange.portal.as(
                SystemCaller.GATE,
                () -> Announced.by(exchange.portal, () -> {
                    exchange.portal.get(Reception.class).reject(pending, why, Optional.empty(), Optional.empty());
                    return true;
                }));
        assertThat(news(sender)).contains("REFUSED Refused news");
        assertThat(news(reader)).isEmpty();
    }

    /** By whatever they may read it; not who has sent it, nor who cannot see it any more. */
    @Test
    void readersAreToldOfANewVersion() throws SQLException {
        given(reader.personId(), Optional.empty());
        Caller gone = exchange.person(Optional.empty(), Role.INSPECTOR);
        age(given(gone.personId(), Optional.empty()));
        exchange.portal.get(News.class).opened(reader, document);
        released(exchange.revised(sender, document));
        assertThat(news(reader)).containsExactly("NEW_VERSION Strength of news", "NEW_FOR_YOU Strength of news");
        assertThat(unread(reader)).isEqualTo(1);
        assertThat(waiting("WAITING")).isOne();
        assertThat(news(sender)).doesNotContain("NEW_VERSION Strength of news");
        change("delete from document_grant where principal_id = ?", gone.personId());
        assertThat(news(gone)).isEmpty();
    }

    private void released(Reception.Pending version) {
        exchange.portal.as(
                SystemCaller.GATE,
                () -> Announced.by(exchange.portal, () -> {
                    exchange.portal.get(Reception.class).release(version, Exchange.SHA256, "text/plain", List.of());
                    return true;
                }));
    }

    @Test
    void whatWasOpenedOrMarkedIsRead() {
        given(reader.personId(), Optional.empty());
        UUID other = document;
        document = exchange.released(sender, "Other news");
        given(reader.personId(), Optional.empty());
        exchange.portal.get(News.class).opened(reader, other);
        assertThat(unread(reader)).isEqualTo(1);
        exchange.portal.get(News.class).read(reader, Announced.all());
        assertThat(unread(reader)).isZero();
        assertThat(news(reader)).hasSize(2);
    }

    /** The wall: nobody reads, marks or enters what is another's to be told. */
    @Test
    void newsIsItsReadersAlone() {
        given(reader.personId(), Optional.empty());
        String others = "select count(*) from news where person_id = cast(?1 as uuid)";
        assertThat(exchange.portal.as(administrator, () -> exchange.portal.rows(others, reader.personId())))
                .hasToString("[0]");
        String mark = "update news set read_at = now() where person_id = cast(?1 as uuid)";
        assertThat(exchange.portal.as(administrator, () -> exchange.portal.change(mark, reader.personId())))
                .isZero();
        String tell = "insert into news (id, person_id, kind, document_id, grant_id, at)"
                + " values (cast(?1 as uuid), cast(?2 as uuid), 'ENDED', cast(?3 as uuid), cast(?1 as uuid), now())";
        assertThatThrownBy(() -> exchange.portal.as(
                        reader, () -> exchange.portal.change(tell, Ids.next(), sender.personId(), document)))
                .hasStackTraceContaining("row-level security");
    }

    @Test
    void oldNewsIsForgottenAndOnlyThat() throws SQLException {
        given(reader.personId(), Optional.empty());
        exchange.portal.get(NewsDesk.class).forget();
        assertThat(news(reader)).hasSize(1);
        change("update news set at = now() - interval '91 days' where person_id = ?", reader.personId());
        exchange.portal.get(NewsDesk.class).forget();
        assertThat(news(reader)).isEmpty();
    }

    /** The bell is on every page. */
    @Test
    void bellCostsAsManyStatementsHoweverMuchNewsThereIs() {
        for (int number = 0; number < 12; number++) {
            document = exchange.released(sender, "News " + number);
            given(reader.personId(), Optional.empty());
        }
        assertThat(unread(reader)).isEqualTo(10);
        long before = exchange.portal.statements();
        unread(reader);
        assertThat(exchange.portal.statements() - before).isLessThanOrEqualTo(MOST_STATEMENTS);
    }

    /** What would come at seven comes when the quiet hours are over, in the reader's own zone. */
    @ParameterizedTest
    @CsvSource({
        "06:00, 09:00, 09:00",
        "22:00, 08:30, 08:30",
        "22:00, 06:00, 07:00",
        "06:30, 05:00, 05:00",
        "07:00, 07:01, 07:01"
    })
    void newsWaitsForTheEndOfQuietHours(String from, String until, String due) throws SQLException {
        change(
                "insert into mail_rhythm (person_id, rhythm, quiet_from, quiet_until, zone)"
                        + " values (?, 'DAILY', '%s', '%s', 'Asia/Tokyo')".formatted(from, until),
                reader.personId());
        try (Connection connection = database.connectAsSuperuser();
                PreparedStatement statement = connection.prepareStatement(
                        "select to_char(news_due(?, 'Europe/Brussels') at time zone 'Asia/Tokyo', 'HH24:MI')")) {
            statement.setObject(1, reader.personId());
            ResultSet row = statement.executeQuery();
            row.next();
            assertThat(row.getString(1)).isEqualTo(due);
        }
    }

    private UUID given(UUID person, Optional<Duration> time) {
        GrantOrder order =
                new GrantOrder(person, Right.DOWNLOAD, Optional.empty(), time.map(Instant.now()::plus), "inspection");
        return told(administrator, () -> exchange.portal.get(Grants.class).grant(administrator, document, order));
    }

    private static GrantOrder order(PrincipalKind kind, UUID principal) {
        return new GrantOrder(kind, principal, Right.VIEW, Optional.empty(), Optional.empty(), "inspection");
    }

    private void revoke(UUID grant) {
        told(administrator, () -> {
            exchange.portal.get(Grants.class).revoke(administrator, document, grant);
            return true;
        });
    }

    private <T> T told(Caller caller, Callable<T> act) {
        return exchange.portal.as(caller, () -> Announced.by(exchange.portal, act));
    }

    private void tellEnds() {
        tell(exchange.portal.get(NewsDesk.class)::tellEnds);
    }

    private static void tell(IntUnaryOperator telling) {
        int told = MOST;
        while (told == MOST) {
            told = telling.applyAsInt(MOST);
        }
    }

    private void choose(String rhythm) {
        exchange.portal.as(reader, () -> Announced.choose(exchange.portal, reader, rhythm));
    }

    /** How many mails of news there are for the reader in a state. */
    private long waiting(String state) throws SQLException {
        return waiting(state, "true");
    }

    private long waiting(String state, String condition) throws SQLException {
        try (Connection connection = database.connectAsSuperuser();
                PreparedStatement statement = connection.prepareStatement(
                        "select count(*) from notice where recipient_id = ? and kind = 'NEWS' and state = ? and "
                                + condition)) {
            statement.setObject(1, reader.personId());
            statement.setString(2, state);
            ResultSet row = statement.executeQuery();
            row.next();
            return row.getLong(1);
        }
    }

    private List<String> news(Caller caller) {
        return exchange.portal.get(News.class).list(caller, PageRequest.of(50, null)).items().stream()
                .map(NewsIT::words)
                .toList();
    }

    private static String words(FilteredView item) {
        Object title = item.get("title");
        assertThat(item.get("documentId") == null).isEqualTo(title == null);
        return item.get("kind") + " " + (title == null ? "-" : title);
    }

    private int unread(Caller caller) {
        return exchange.portal.get(News.class).unread(caller);
    }

    private void age(UUID grant) throws SQLException {
        change("update document_grant set granted_at = granted_at - interval '3 minutes' where id = ?", grant);
    }

    private void change(String sql, Object parameter) throws SQLException {
        try (Connection connection = database.connectAsSuperuser();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, parameter);
            statement.executeUpdate();
        }
    }
}
