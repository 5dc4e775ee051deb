package org.sluis.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.sluis.documents.Reception.Pending;
import org.sluis.inspection.MalwareFinding;
import org.sluis.kernel.Caller;
import org.sluis.kernel.Problem;
import org.sluis.kernel.Role;
import org.sluis.quarantine.Reason;
import org.sluis.quarantine.Reinstatements;
import org.sluis.stack.BareDatabase;
import org.sluis.stack.UseCases;

/** What was recalled comes back by the word of two administrators only, who are two people. */
@TestInstance(Lifecycle.PER_CLASS)
class ReinstatementIT {

    private static final Reason WHY = Reason.of("a false alarm");

    private final BareDatabase database = BareDatabase.get();
    private final Exchange exchange = new Exchange(database);
    private final UseCases portal = exchange.portal;

    private final Caller administrator = exchange.person(Optional.empty(), Role.ADMIN);
    private final Caller second = exchange.person(Optional.empty(), Role.ADMIN);
    private final Caller sender = exchange.person(Optional.of("Plant"), Role.CLIENT);
    private final Caller reader = exchange.person(Optional.empty(), Role.INSPECTOR);

    private Pending stored = exchange.sent(sender, "first");
    private MalwareFinding finding = new MalwareFinding("none", Optional.empty());

    @BeforeEach
    void oneStoredDocumentWithAReader() {
        stored = exchange.sent(sender, "stored");
        exchange.release(stored);
        exchange.grant(administrator, stored.documentId(), reader.personId(), Right.DOWNLOAD);
        finding = new MalwareFinding("Win." + stored.versionId(), Optional.of("ClamAV 1.4.6/27450/Mon"));
    }

    @AfterAll
    void close() {
        exchange.close();
    }

    @Test
    void neitherAdministratorReleasesAlone() {
        recalled(finding);
        UUID proposal = propose(administrator);
        assertThat(Exchange.refusal(() -> consent(administrator, proposal))).contains(Problem.OWN_PROPOSAL);
        assertThat(Exchange.refusal(() -> consent(second, UUID.randomUUID()))).contains(Problem.NOT_FOUND);
        assertThat(Exchange.refusal(() -> consent(reader, proposal))).contains(Problem.ROLE_MISSING);
        assertThat(Exchange.refusal(() -> propose(second))).contains(Problem.CONFLICT);
        assertThat(exchange.refusalOfContent(reader, stored.documentId())).contains(Problem.NOT_FOUND);

        consent(second, proposal);
        assertThat(exchange.refusalOfContent(reader, stored.documentId())).isEmpty();
        assertThat(Exchange.refusal(() -> consent(second, proposal))).contains(Problem.NOT_FOUND);
    }

    @Test
    void proposalNeedsAReasonAndSomethingToRelease() {
        assertThat(Exchange.refusal(() -> propose(administrator))).contains(Problem.NOT_FOUND);
        Pending refused = exchange.sent(sender, "refused");
        exchange.reject(refused);
        assertThat(Exchange.refusal(() -> portal.as(
                        administrator,
                        () -> portal.get(Reinstatements.class).propose(administrator, refused.versionId(), WHY))))
                .contains(Problem.CONFLICT);
        for (String senseless : List.of("", "  ", "x".repeat(501), "\0")) {
            assertThat(Exchange.refusal(() -> Reason.of(senseless))).contains(Problem.INVALID_MEMBER);
        }
    }

    @Test
    void declinedProposalReleasesNothingAndAnotherMayFollow() {
        recalled(finding);
        UUID proposal = propose(administrator);
        decline(second, proposal);
        assertThat(Exchange.refusal(() -> consent(second, proposal))).contains(Problem.CONFLICT);
        UUID withdrawn = propose(second);
        decline(second, withdrawn);
        consent(second, propose(administrator));
        assertThat(exchange.refusalOfContent(reader, stored.documentId())).isEmpty();
    }

    @Test
    void releasedBytesAreNotRecalledForTheSameSignatureAgainButForAnother() {
        recalled(finding);
        consent(second, propose(administrator));
        assertThat(recalled(finding)).isFalse();
        assertThat(exchange.refusalOfContent(reader, stored.documentId())).isEmpty();

        MalwareFinding other = new MalwareFinding("Other." + stored.versionId(), Optional.empty());
        assertThat(recalled(other)).isTrue();
        assertThat(exchange.refusalOfContent(reader, stored.documentId())).contains(Problem.NOT_FOUND);
        assertThat(Exchange.refusal(() -> consent(second, UUID.randomUUID()))).contains(Problem.NOT_FOUND);
    }

    @Test
    void databaseReleasesNothingWithoutBothAdministrators() {
        recalled(finding);
        String version = "update document_version set state = 'AVAILABLE', reason = null, signature = null,"
                + " scanner = null, decided_at = null where id = '%s'".formatted(stored.versionId());
        String document = "update document set state = 'AVAILABLE' where id = '%s'".formatted(stored.documentId());
        for (Caller caller : List.of(administrator, second)) {
            assertThatThrownBy(() -> change(caller, version)).hasStackTraceContaining("only the gate");
            assertThatThrownBy(() -> change(caller, document)).hasStackTraceContaining("only the gate");
        }
        UUID proposal = propose(administrator);
        String answer = "update reinstatement set consented_by = '%s', consented_at = now() where id = '%s'";
        assertThatThrownBy(() -> change(administrator, answer.formatted(administrator.personId(), proposal)))
                .hasStackTraceContaining("reinstatement_check");
        assertThatThrownBy(() -> change(administrator, answer.formatted(second.personId(), proposal)))
                .hasStackTraceContaining("row-level security");
        assertThat(change(reader, answer.formatted(reader.personId(), proposal)))
                .isZero();
        assertThatThrownBy(() -> change(second, """
                        insert into reinstatement (id, version_id, sha256, signature, reason, proposed_by, proposed_at)
                        values (gen_random_uuid(), '%s', 'x', 'x', 'x', '%s', now())
                        """.formatted(stored.versionId(), administrator.personId())))
                .hasStackTraceContaining("row-level security");
        assertThatThrownBy(() -> change(second, version)).hasStackTraceContaining("only the gate");
        assertThat(exchange.refusalOfContent(reader, stored.documentId())).contains(Problem.NOT_FOUND);
    }

    /** Who sent it in has decided already that it is harmless. */
    @Test
    void senderDecidesNothingAboutTheOwnFile() {
        Caller both = exchange.person(Optional.empty(), Role.ADMIN, Role.INSPECTOR);
        stored = exchange.sent(both, "own");
        exchange.release(stored);
        recalled(finding);
        assertThat(Exchange.refusal(() -> propose(both))).contains(Problem.OWN_UPLOAD);
        assertThatThrownBy(() -> change(both, """
                        insert into reinstatement (id, version_id, sha256, signature, reason, proposed_by, proposed_at)
                        values (gen_random_uuid(), '%s', 'x', 'x', 'x', '%s', now())
                        """.formatted(stored.versionId(), both.personId())))
                .hasStackTraceContaining("who sent a file in");
        UUID proposal = propose(administrator);
        assertThat(Exchange.refusal(() -> consent(both, proposal))).contains(Problem.OWN_UPLOAD);
        assertThatThrownBy(() -> change(
                        both,
                        "update reinstatement set consented_by = '%s', consented_at = now() where id = '%s'"
                                .formatted(both.personId(), proposal)))
                .hasStackTraceContaining("who sent a file in");
        consent(second, proposal);
        assertThat(exchange.refusalOfContent(both, stored.documentId())).isEmpty();
    }

    /** One person with two accounts is not two: whoever made the other's account, or has a hold on it, consents to nothing. */
    @Test
    void nobodyConsentsForWhomTheyInvitedOrWasInvitedBy() throws SQLException {
        Caller invited = exchange.person(Optional.empty(), Role.ADMIN);
        recalled(finding);
        UUID proposal = propose(administrator);
        hadAHandIn(administrator, invited, "interval '89 days'");
        assertThat(Exchange.refusal(() -> consent(invited, proposal))).contains(Problem.NOT_INDEPENDENT);
        assertThatThrownBy(() -> change(
                        invited,
                        "update reinstatement set consented_by = '%s', consented_at = now() where id = '%s'"
                                .formatted(invited.personId(), proposal)))
                .hasStackTraceContaining("row-level security");
        decline(second, proposal);

        UUID other = propose(invited);
        assertThat(Exchange.refusal(() -> consent(administrator, other))).contains(Problem.NOT_INDEPENDENT);
        consent(second, other);
        assertThat(exchange.refusalOfContent(reader, stored.documentId())).isEmpty();
    }

    @Test
    void whatWasDoneLongAgoDoesNotCount() throws SQLException {
        Caller invited = exchange.person(Optional.empty(), Role.ADMIN);
        hadAHandIn(administrator, invited, "interval '91 days'");
        recalled(finding);
        consent(invited, propose(administrator));
        assertThat(exchange.refusalOfContent(reader, stored.documentId())).isEmpty();
    }

    @Test
    void consentOfAnEarlierRecallOpensNothingLater() {
        recalled(finding);
        consent(second, propose(administrator));
        recalled(new MalwareFinding("Other." + stored.versionId(), Optional.empty()));
        String version = "update document_version set state = 'AVAILABLE', reason = null, signature = null,"
                + " scanner = null, decided_at = null where id = '%s'".formatted(stored.versionId());
        assertThatThrownBy(() -> change(second, version)).hasStackTraceContaining("only the gate");
    }

    @Test
    void deskIsForAdministratorsOnly() {
        recalled(finding);
        propose(administrator);
        for (Caller caller : List.of(reader, sender, exchange.person(Optional.empty(), Role.DPO))) {
            for (String table : List.of("reinstatement", "rescan", "rescan_round")) {
                assertThat(portal.as(caller, () -> portal.rows("select * from " + table)))
                        .as(table)
                        .isEmpty();
            }
        }
    }

    private boolean recalled(MalwareFinding by) {
        return Exchange.recall(portal, stored, by);
    }

    private UUID propose(Caller caller) {
        return portal.as(caller, () -> portal.get(Reinstatements.class).propose(caller, stored.versionId(), WHY));
    }

    private void consent(Caller caller, UUID proposal) {
        portal.as(caller, () -> {
            portal.get(Reinstatements.class).consent(caller, stored.versionId(), proposal);
            return true;
        });
    }

    private void decline(Caller caller, UUID proposal) {
        portal.as(caller, () -> {
            portal.get(Reinstatements.class).decline(caller, stored.versionId(), proposal);
            return true;
        });
    }

    private void hadAHandIn(Caller by, Caller account, String ago) throws SQLException {
        try (Connection connection = database.connectAsSuperuser();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("""
                    insert into account_change (id, person_id, kind, ordered_by, ordered_as, ordered_at, state, ended_at,
                        next_attempt_at)
                    values (gen_random_uuid(), '%s', 'ADDRESS', '%s', 'ADMIN', now() - %s, 'DONE', now(), now())
                    """.formatted(account.personId(), by.personId(), ago));
        }
    }

    private int change(Caller caller, String statement) {
        return portal.as(caller, () -> portal.change(statement));
    }
}
