package org.sluis.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.sluis.kernel.Caller;
import org.sluis.kernel.Problem;
import org.sluis.kernel.Role;
import org.sluis.stack.BareDatabase;

/** Taking back what was given a moment ago, as a whole. */
@TestInstance(Lifecycle.PER_CLASS)
class GrantUndoIT {

    private final BareDatabase database = BareDatabase.get();
    private final Exchange exchange = new Exchange(database);
    private final Caller administrator = exchange.person(Optional.empty(), Role.ADMIN);
    private final Caller sender = exchange.person(Optional.of("Quarry of the undone"), Role.CLIENT);
    private Caller ingrid = administrator;
    private Caller ivan = administrator;
    private List<UUID> documents = List.of();

    @BeforeEach
    void documentsAndReaders() {
        ingrid = exchange.person(Optional.empty(), Role.INSPECTOR);
        ivan = exchange.person(Optional.empty(), Role.INSPECTOR);
        documents = List.of(exchange.released(sender, "one"), exchange.released(sender, "two"));
    }

    @AfterAll
    void close() {
        exchange.close();
    }

    @Test
    void endsAllThatWasGivenTogetherAndNothingElse() {
        UUID before = exchange.grant(administrator, exchange.released(sender, "other"), ivan.personId(), Right.VIEW);
        List<UUID> given = given(Right.DOWNLOAD, ingrid, ivan);
        assertThat(given).hasSize(4);
        undo(administrator, given.get(2));
        for (UUID document : documents) {
            assertThat(exchange.refusalOfReading(ingrid, document)).contains(Problem.NOT_FOUND);
            assertThat(exchange.refusalOfReading(ivan, document)).contains(Problem.NOT_FOUND);
            assertThat(exchange.refusalOfContent(sender, document)).isEmpty();
        }
        assertThat(told(before).documentIds()).hasSize(1);
        assertThat(refusalOfUndo(administrator, given.get(0))).contains(Problem.NOT_FOUND);
    }

    @Test
    void givesAgainWhatWasReplaced() {
        UUID earlier = exchange.grant(administrator, documents.get(0), ingrid.personId(), Right.VIEW);
        List<UUID> given = given(Right.REVISE, ingrid);
        assertThat(exchange.refusalOfContent(ingrid, documents.get(0))).isEmpty();
        undo(administrator, given.get(0));
        assertThat(exchange.refusalOfReading(ingrid, documents.get(0))).isEmpty();
        assertThat(exchange.refusalOfContent(ingrid, documents.get(0))).contains(Problem.RIGHT_MISSING);
        assertThat(exchange.refusalOfReading(ingrid, documents.get(1))).contains(Problem.NOT_FOUND);
        assertThat(refusalOfUndo(administrator, earlier)).contains(Problem.NOT_FOUND);
    }

    @Test
    void leavesWhatWasGivenAnewMeanwhile() {
        List<UUID> given = given(Right.DOWNLOAD, ingrid, ivan);
        exchange.grant(administrator, documents.get(0), ivan.personId(), Right.VIEW);
        undo(administrator, given.get(0));
        assertThat(exchange.refusalOfReading(ivan, documents.get(0))).isEmpty();
        assertThat(exchange.refusalOfContent(ivan, documents.get(0))).contains(Problem.RIGHT_MISSING);
    }

    /** Who was shut out in between stays out, although they had another right before. */
    @Test
    void doesNotReviveWhatSomebodyRevokedInBetween() {
        exchange.grant(administrator, documents.get(0), ivan.personId(), Right.VIEW);
        List<UUID> given = given(Right.DOWNLOAD, ingrid, ivan);
        Caller other = exchange.person(Optional.empty(), Role.ADMIN);
        UUID ivans = given.get(1);
        exchange.revoke(other, documents.get(0), ivans);
        undo(administrator, given.get(0));
        assertThat(exchange.refusalOfReading(ivan, documents.get(0))).contains(Problem.NOT_FOUND);
        assertThat(exchange.refusalOfReading(ingrid, documents.get(0))).contains(Problem.NOT_FOUND);
    }

    /** The page knows the act by the first of its grants, which another administrator may have ended. */
    @Test
    void takesBackTheRestWhereTheFirstHasEnded() {
        List<UUID> given = given(Right.DOWNLOAD, ingrid, ivan);
        exchange.revoke(exchange.person(Optional.empty(), Role.ADMIN), documents.get(0), given.get(0));
        undo(administrator, given.get(0));
        for (UUID document : documents) {
            assertThat(exchange.refusalOfReading(ivan, document)).contains(Problem.NOT_FOUND);
        }
        assertThat(exchange.refusalOfReading(ingrid, documents.get(1))).contains(Problem.NOT_FOUND);
    }

    @Test
    void isForWhoGaveIt() {
        UUID given = given(Right.DOWNLOAD, ingrid).get(0);
        Caller other = exchange.person(Optional.empty(), Role.ADMIN);
        assertThat(Stream.of(other, sender, ingrid).map(caller -> refusalOfUndo(caller, given)))
                .containsOnly(Optional.of(Problem.NOT_FOUND));
        assertThat(exchange.refusalOfReading(ingrid, documents.get(0))).isEmpty();
    }

    @Test
    void isOverAfterAMinute() throws SQLException {
        UUID given = given(Right.DOWNLOAD, ingrid).get(0);
        assertThat(told(given).isUndoable()).isTrue();
        age(given);
        assertThat(told(given).isUndoable()).isFalse();
        assertThat(refusalOfUndo(administrator, given)).contains(Problem.UNDO_OVER);
        assertThat(exchange.refusalOfReading(ingrid, documents.get(0))).isEmpty();
    }

    private List<UUID> given(Right right, Caller... readers) {
        List<GrantOrder> orders = Stream.of(readers)
                .map(reader ->
                        new GrantOrder(reader.personId(), right, Optional.empty(), Optional.empty(), "inspection"))
                .toList();
        return exchange.portal.as(
                administrator,
                () -> exchange.portal.get(Grants.class).grantAll(administrator, new BatchOrder(documents, orders)));
    }

    private GivenTogether told(UUID grant) {
        return exchange.portal.as(
                administrator, () -> exchange.portal.get(GrantUndo.class).given(administrator, grant));
    }

    private void undo(Caller caller, UUID grant) {
        exchange.portal.as(caller, () -> {
            exchange.portal.get(GrantUndo.class).undo(caller, grant);
            return true;
        });
    }

    private Optional<Problem> refusalOfUndo(Caller caller, UUID grant) {
        return Exchange.refusal(() -> undo(caller, grant));
    }

    private void age(UUID grant) throws SQLException {
        try (Connection connection = database.connectAsSuperuser();
                PreparedStatement statement = connection.prepareStatement("""
                        update document_grant set granted_at = granted_at - interval '61 seconds'
                        where granted_at = (select granted_at from document_grant where id = ?)
                        """)) {
            statement.setObject(1, grant);
            statement.executeUpdate();
        }
    }
}
