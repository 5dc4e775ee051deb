package org.sluis.accounts;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.sluis.accounts.AccountChange.State;

/**
 * A change of an account as it may stand in the table, of any kind and age. People are numbers.
 *
 * @param takes none but roles away, where it is about roles
 * @param consented so many days ago, where it was proposed first
 */
record RandomHand(
        int by, int account, ChangeKind kind, boolean takes, State state, int ordered, Optional<Integer> consented) {

    private static final int DAYS = 90;

    static Arbitrary<RandomHand> among(int people) {
        Arbitrary<Integer> person =
                Arbitraries.integers().between(0, people - 1).withoutEdgeCases();
        Arbitrary<Integer> age = Arbitraries.of(0, 45, DAYS - 1, DAYS + 1, 400);
        Arbitrary<ChangeKind> kind = Arbitraries.frequencyOf(
                Tuple.of(4, Arbitraries.of(ChangeKind.GIVING_POWER)), Tuple.of(1, Arbitraries.of(ChangeKind.class)));
        Arbitrary<State> state =
                Arbitraries.frequency(Tuple.of(8, State.DONE), Tuple.of(1, State.FAILED), Tuple.of(1, State.DECLINED));
        return Combinators.combine(person, person, kind, Arbitraries.of(true, false), state, age, age.optional(0.3))
                .as(RandomHand::new);
    }

    /** Whether whoever ordered it could sit in the account: the plain model's word for it. */
    boolean counts() {
        boolean powerful = switch (kind) {
            case INVITATION, ADDRESS, SECOND_FACTOR -> true;
            case ROLES -> !takes;
            case NAMES, SESSIONS, MAIL, ENABLED, DISABLED, JOINED, LEFT -> false;
        };
        return powerful && state == State.DONE && consented.orElse(ordered) < DAYS;
    }

    /** @param witness who consented, where somebody had to */
    void write(Connection connection, List<UUID> people, UUID witness) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                insert into account_change (id, person_id, kind, ordered_by, ordered_as, ordered_at, consented_by, consented_at,
                state, ended_at, next_attempt_at, takes_only)
                values (gen_random_uuid(), ?, ?, ?, 'ADMIN', now() - ? * interval '1 day', ?, now() - ? * interval '1 day',
                ?, now(), now(), ?)
                """)) {
            statement.setObject(1, people.get(account));
            statement.setString(2, kind.name());
            statement.setObject(3, people.get(by));
            statement.setInt(4, ordered);
            statement.setObject(5, consented.map(days -> witness).orElse(null));
            statement.setObject(6, consented.orElse(null));
            statement.setString(7, state.name());
            statement.setBoolean(8, kind == ChangeKind.ROLES && takes);
            statement.executeUpdate();
        }
    }
}
