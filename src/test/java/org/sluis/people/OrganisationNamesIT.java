package org.sluis.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sluis.kernel.Caller;
import org.sluis.kernel.Ids;
import org.sluis.kernel.Problem;
import org.sluis.kernel.ProblemException;
import org.sluis.kernel.Role;
import org.sluis.stack.BareDatabase;
import org.sluis.stack.UseCases;

/** Names of organisations are given once, also when two administrators give the same at the same moment. */
class OrganisationNamesIT {

    private static final Duration SOON = Duration.ofSeconds(60);

    private final BareDatabase database = BareDatabase.get();
    private final UseCases portal = UseCases.ofApplication(database);
    private final Caller administrator =
            new Caller(Ids.next(), "Ada", Set.of(Role.ADMIN), Optional.empty(), Optional.empty());

    @AfterEach
    void close() {
        portal.close();
    }

    @Test
    void whoComesSecondIsToldThatTheNameIsTaken() throws Exception {
        String name = "Plant " + UUID.randomUUID();
        try (Connection first = database.connectAsSuperuser();
                PreparedStatement founding =
                        first.prepareStatement("insert into organisation (id, name) values (gen_random_uuid(), ?)")) {
            first.setAutoCommit(false);
            founding.setString(1, name);
            founding.executeUpdate();
            CompletableFuture<ProblemException> second = CompletableFuture.supplyAsync(() -> catchThrowableOfType(
                    ProblemException.class,
                    () -> portal.as(
                            administrator, () -> portal.get(Organisations.class).found(administrator, named(name)))));
            await().atMost(SOON).until(this::somebodyWaits);
            first.commit();
            assertThat(second.get(SOON.toSeconds(), TimeUnit.SECONDS).problem()).isEqualTo(Problem.NAME_TAKEN);
        }
    }

    private static OrganisationRequest named(String name) {
        return new OrganisationRequest(
                JsonNodeFactory.instance.textNode(name), null, null, null, null, null, null, null);
    }

    private boolean somebodyWaits() throws SQLException {
        try (Connection connection = database.connectAsSuperuser();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select exists (select from pg_locks where locktype = 'transactionid' and not granted)")) {
            return row.next() && row.getBoolean(1);
        }
    }
}
