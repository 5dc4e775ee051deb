package org.sluis.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import org.sluis.kernel.Caller;
import org.sluis.kernel.ProblemException;
import org.sluis.kernel.Role;
import org.sluis.stack.BareDatabase;
import org.sluis.stack.UseCases;

/** Whatever people have done to each other's accounts: portal and database say of each two what a plain model says. */
class IndependenceModelIT {

    private static final int PEOPLE = 8;

    private static final BareDatabase DATABASE = BareDatabase.get();
    private static final UseCases PORTAL = UseCases.ofApplication(DATABASE);
    private static final Caller ASKS = Administrators.signedIn(PORTAL, Role.ADMIN);

    @AfterContainer
    static void close() {
        PORTAL.close();
    }

    @Property(tries = 100, shrinking = ShrinkingMode.OFF)
    void wallsAndModelSayTheSameOfEachTwo(@ForAll("hands") List<RandomHand> hands) throws SQLException {
        List<UUID> people = Stream.generate(UUID::randomUUID).limit(PEOPLE).toList();
        try (Connection connection = DATABASE.connectAsSuperuser()) {
            for (UUID person : people) {
                enter(connection, person);
            }
            for (RandomHand hand : hands) {
                hand.write(connection, people, ASKS.personId());
            }
            for (int one = 0; one < PEOPLE; one++) {
                for (int other = 0; other < PEOPLE; other++) {
                    boolean independent =
                            one == other || Collections.disjoint(origins(one, hands), origins(other, hands));
                    assertThat(byDatabase(connection, people.get(one), people.get(other)))
                            .as("database: %d and %d", one, other)
                            .isEqualTo(independent);
                    assertThat(byPortal(people.get(one), people.get(other)))
                            .as("portal: %d and %d", one, other)
                            .isEqualTo(independent);
                }
            }
        }
    }

    @Provide
    Arbitrary<List<RandomHand>> hands() {
        return Arbitraries.integers()
                .between(0, 2 * PEOPLE)
                .flatMap(count -> RandomHand.among(PEOPLE).list().ofSize(count));
    }

    /** Adds who stands behind those who are found, until nobody is new. */
    private static Set<Integer> origins(int person, List<RandomHand> hands) {
        Set<Integer> found = new HashSet<>(Set.of(person));
        IntStream.range(0, PEOPLE)
                .forEach(round -> hands.stream()
                        .filter(RandomHand::counts)
                        .filter(hand -> found.contains(hand.account()))
                        .forEach(hand -> found.add(hand.by())));
        return found;
    }

    private static boolean byDatabase(Connection connection, UUID one, UUID other) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select wall_independent(?, ?)")) {
            statement.setObject(1, one);
            statement.setObject(2, other);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    private static boolean byPortal(UUID one, UUID other) {
        try {
            return PORTAL.as(ASKS, () -> {
                PORTAL.get(SecondAdministrator.class).requireIndependent(one, other);
                return true;
            });
        } catch (ProblemException refused) {
            return false;
        }
    }

    private static void enter(Connection connection, UUID person) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("insert into person (id, issuer, subject, name, language, employee)"
                        + " values (?, 'test', ?, 'Somebody', 'en', true)")) {
            statement.setObject(1, person);
            statement.setString(2, person.toString());
            statement.executeUpdate();
        }
    }
}
