package org.sluis.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sluis.kernel.Caller;
import org.sluis.kernel.Ids;
import org.sluis.kernel.Role;
import org.sluis.kernel.SystemCaller;
import org.sluis.people.AccountLabels;
import org.sluis.people.People;
import org.sluis.platform.config.Settings;
import org.sluis.platform.security.Identity;
import org.sluis.stack.BareDatabase;
import org.sluis.stack.UseCases;

/** Rounds in which accounts and persons are compared, seen by several nodes. */
class ComparisonsIT {

    private static final int MANY = 10_000;

    private final UseCases portal = UseCases.ofApplication(BareDatabase.get());
    private final Comparisons comparisons = portal.get(Comparisons.class);
    private final String mark = "-" + UUID.randomUUID();

    @AfterEach
    void close() {
        portal.close();
    }

    @Test
    void oneNodeHasTheTurn() throws SQLException {
        change("update directory_comparison set due_at = now() - interval '1 second'");
        assertThat(asked(() -> comparisons.claim(Duration.ofMinutes(5)))).isTrue();
        assertThat(asked(() -> comparisons.claim(Duration.ofMinutes(5)))).isFalse();
    }

    @Test
    void findsWhatDiffersPageByPageAndWhoHasNoAccount() {
        Caller both = signedIn("both" + mark);
        Caller shut = signedIn("shut" + mark);
        Caller gone = signedIn("gone" + mark);
        UUID round = Ids.next();
        compared(round, account("both" + mark, true), account("stray" + mark, true));
        compared(round, account("shut" + mark, false));
        Caller newcomer = signedIn("newcomer" + mark);
        ended(round);

        List<Drift> found = asked(() -> comparisons.last(MANY)).orElseThrow().first();
        assertThat(found)
                .contains(
                        new Drift(Drift.Kind.ACCOUNT_WITHOUT_PERSON, Optional.empty(), "stray" + mark, "stray" + mark));
        assertThat(kinds(found, shut)).containsExactly(Drift.Kind.ENABLED_HERE_ONLY);
        assertThat(kinds(found, gone)).containsExactly(Drift.Kind.PERSON_WITHOUT_ACCOUNT);
        assertThat(kinds(found, both)).isEmpty();
        assertThat(kinds(found, newcomer)).isEmpty();
    }

    @Test
    void roundThatIsOvertakenChangesNothing() {
        UUID slow = Ids.next();
        UUID quick = Ids.next();
        ended(quick);
        Comparison before = asked(() -> comparisons.last(MANY)).orElseThrow();
        ended(slow);
        assertThat(asked(() -> comparisons.last(MANY))).contains(before);
    }

    private void compared(UUID round, Account... page) {
        asked(() -> {
            comparisons.compare(round, List.of(page));
            return page;
        });
    }

    private void ended(UUID round) {
        asked(() -> {
            comparisons.end(round, Instant.now());
            return round;
        });
    }

    private <T> T asked(Callable<T> work) {
        return portal.as(SystemCaller.ACCOUNTS, work);
    }

    private Caller signedIn(String subject) {
        Identity identity = new Identity(
                portal.get(Settings.class).oidc().issuer().toString(),
                subject,
                subject,
                Optional.empty(),
                Locale.ENGLISH,
                Optional.empty(),
                Set.of(Role.CLIENT),
                Instant.now());
        return portal.as(SystemCaller.REGISTRAR, () -> portal.get(People.class).callerOf(identity, Optional.empty()))
                .orElseThrow();
    }

    private static Account account(String subject, boolean enabled) {
        return new Account(subject, subject, AccountLabels.NONE, enabled, Optional.empty());
    }

    private static List<Drift.Kind> kinds(List<Drift> found, Caller person) {
        return found.stream()
                .filter(drift -> drift.person().equals(Optional.of(person.personId())))
                .map(Drift::kind)
                .toList();
    }

    private static void change(String update) throws SQLException {
        try (Connection connection = BareDatabase.get().connectAsSuperuser();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(update);
        }
    }
}
