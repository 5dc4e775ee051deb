package org.sluis.access;

import java.sql.SQLException;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterContainer;
import org.sluis.access.Step.Kind;
import org.sluis.stack.BareDatabase;
import org.sluis.stack.UseCases;

/**
 * Long random sequences of uploads, verdicts, grants, revocations, expiries, memberships and disabled accounts, after
 * each of which list, count, search, read, content, versions, explanation and time machine say what a plain model says,
 * with both walls and with each one alone.
 */
class VisibilityModelIT {

    private static final BareDatabase DATABASE = BareDatabase.get();
    private static final Exchange EXCHANGE = new Exchange(DATABASE);
    private static final UseCases WITHOUT_SECOND_WALL = UseCases.withoutRowSecurity(DATABASE);

    @AfterContainer
    static void close() {
        EXCHANGE.close();
        WITHOUT_SECOND_WALL.close();
    }

    @Property(tries = 10, shrinking = ShrinkingMode.OFF)
    void neverDivergesFromThePlainModel(@ForAll("steps") List<Step> steps) throws SQLException {
        Scene scene = new Scene(DATABASE, EXCHANGE, WITHOUT_SECOND_WALL);
        for (Step step : steps) {
            scene.happen(step);
            scene.compare();
            scene.compare(step.what());
        }
        scene.recall();
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        Arbitrary<Integer> number = Arbitraries.integers().between(0, 1000).withoutEdgeCases();
        Arbitrary<Kind> kind = Arbitraries.frequency(
                Tuple.of(4, Kind.SEND),
                Tuple.of(4, Kind.RELEASE),
                Tuple.of(1, Kind.REJECT),
                Tuple.of(2, Kind.REVISE),
                Tuple.of(8, Kind.GRANT),
                Tuple.of(2, Kind.GRANT_SEVERAL),
                Tuple.of(3, Kind.REVOKE),
                Tuple.of(2, Kind.SWEEP),
                Tuple.of(3, Kind.HOURS_PASS),
                Tuple.of(3, Kind.JOIN_TEAM),
                Tuple.of(1, Kind.LEAVE_TEAM),
                Tuple.of(2, Kind.CHANGE_ORGANISATION),
                Tuple.of(2, Kind.DISABLE),
                Tuple.of(2, Kind.ENABLE));
        return Combinators.combine(kind, number, number, number)
                .as(Step::new)
                .list()
                .ofMinSize(40)
                .ofMaxSize(80);
    }
}
