package org.sluis.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.sluis.kernel.Caller;
import org.sluis.kernel.Role;
import org.sluis.kernel.SystemCaller;
import org.sluis.stack.BareDatabase;
import org.sluis.stack.UseCases;

/** The database alone says who enters and changes what, when the application would let them (promise B1). */
@TestInstance(Lifecycle.PER_CLASS)
class RowSecurityChangesIT {

    private final BareDatabase database = BareDatabase.get();
    private final Exchange exchange = new Exchange(database);
    private final UseCases portal = exchange.portal;
    private final Statements statements = new Statements(portal);

    private TwoDocuments two = TwoDocuments.sent(exchange);

    @BeforeEach
    void oneGrantedAndOneForeignDocument() {
        two = TwoDocuments.sent(exchange);
    }

    @AfterAll
    void close() {
        exchange.close();
    }

    @Test
    void letsOnlyTheGateChangeAState() {
        String recall = "update document set state = 'RECALLED' where id = '%s'".formatted(two.granted());
        assertThatThrownBy(() -> statements.change(two.sender(), recall)).hasStackTraceContaining("only the gate");
        assertThatThrownBy(() -> statements.change(two.administrator(), recall))
                .hasStackTraceContaining("only the gate");
        assertThat(statements.change(two.reader(), recall)).isZero();
        String judge =
                "update document_version set state = 'RECALLED' where document_id = '%s'".formatted(two.granted());
        assertThat(statements.change(two.sender(), judge)).isZero();
        assertThat(statements.change(two.reader(), judge)).isZero();
        assertThatThrownBy(() -> statements.change(
                        two.administrator(),
                        "update document_version set wrapped_key = null where document_id = '%s'"
                                .formatted(two.granted())))
                .hasStackTraceContaining("only the gate");
    }

    @Test
    void letsReadersChangeNothing() {
        exchange.grant(two.administrator(), two.granted(), two.reader().personId(), Right.REVISE);
        assertThatThrownBy(() -> statements.change(
                        two.reader(), "update document set title = 'mine' where id = '%s'".formatted(two.granted())))
                .hasStackTraceContaining("row-level security");
        assertThat(statements.change(
                        two.sender(), "update document set title = 'better' where id = '%s'".formatted(two.granted())))
                .isEqualTo(1);
    }

    @Test
    void letsNobodyButAdministratorsGrantAndInTheirOwnNameOnly() {
        for (Caller caller : List.of(two.sender(), two.reader())) {
            assertThatThrownBy(() -> statements.change(
                            caller, grantStatement(two.foreign(), caller.personId(), caller.personId())))
                    .hasStackTraceContaining("row-level security");
        }
        assertThatThrownBy(() -> statements.change(
                        two.administrator(),
                        grantStatement(
                                two.foreign(),
                                two.reader().personId(),
                                two.sender().personId())))
                .hasStackTraceContaining("row-level security");
        assertThat(statements.change(two.reader(), "delete from document_grant"))
                .isZero();
        assertThat(statements.change(two.sender(), "delete from document_grant"))
                .isZero();
    }

    @Test
    void letsNobodyEnterADocumentForAnother() {
        assertThatThrownBy(() -> statements.change(
                        two.reader(), """
                        insert into document (id, title, category, state, current_version, uploader_id, uploaded_at, revision)
                        values (gen_random_uuid(), 't', 'test-report', 'CHECKING', 1, '%s', now(), 1)
                        """.formatted(two.sender().personId())))
                .hasStackTraceContaining("row-level security");
        assertThatThrownBy(() -> statements.change(
                        two.reader(), """
                        insert into document_version (id, document_id, number, file_name, size, sha256, blob_id, state,
                                                      uploader_id, uploaded_at, attempts, next_attempt_at, revision)
                        values (gen_random_uuid(), '%s', 2, 'f', 1, repeat('a', 64), gen_random_uuid(), 'CHECKING',
                                '%s', now(), 0, now(), 1)
                        """.formatted(two.granted(), two.reader().personId())))
                .hasStackTraceContaining("row-level security");
    }

    @Test
    void givesTheSweeperOnlyWhatIsOver() throws SQLException {
        UUID over = exchange.grant(
                two.administrator(),
                two.granted(),
                exchange.person(Optional.empty(), Role.INSPECTOR).personId(),
                Right.VIEW);
        exchange.expire(database, over);
        String expired = "select count(*) from document_grant where id = '%s'".formatted(over);
        assertThat(portal.as(SystemCaller.SWEEPER, () -> statements.number(expired)))
                .isEqualTo(1);
        assertThat(portal.as(SystemCaller.SWEEPER, () -> statements.number("select count(*) from document")))
                .isZero();
        String running = "from document_grant where valid_until is null or valid_until > clock_timestamp()";
        assertThat(portal.as(SystemCaller.SWEEPER, () -> statements.number("select count(*) " + running)))
                .isZero();
        assertThat(portal.as(SystemCaller.SWEEPER, () -> portal.change("delete " + running)))
                .isZero();
    }

    @Test
    void givesTheGateNoGrants() {
        assertThat(portal.as(SystemCaller.GATE, () -> statements.number("select count(*) from document_grant")))
                .isZero();
        assertThat(portal.as(SystemCaller.GATE, () -> statements.number("select count(*) from document")))
                .isPositive();
    }

    private static String grantStatement(UUID document, UUID principal, UUID giver) {
        return """
                insert into document_grant (id, principal_id, principal_kind, document_id, access_right, valid_from, purpose,
                                            granted_by, granted_at)
                values (gen_random_uuid(), '%s', 'PERSON', '%s', 'VIEW', now(), 'p', '%s', now())
                on conflict do nothing
                """.formatted(principal, document, giver);
    }
}
