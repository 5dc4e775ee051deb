package org.sluis.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.sluis.documents.Reception.Pending;
import org.sluis.inspection.parsing.Lift;
import org.sluis.inspection.parsing.Objection;
import org.sluis.inspection.parsing.Rule;
import org.sluis.kernel.Caller;
import org.sluis.kernel.Problem;
import org.sluis.kernel.ProblemException;
import org.sluis.kernel.Role;
import org.sluis.kernel.SystemCaller;
import org.sluis.platform.rest.FilteredView;
import org.sluis.quarantine.Quarantine;
import org.sluis.quarantine.Reason;
import org.sluis.quarantine.Reinstatements;
import org.sluis.quarantine.SealedContents;
import org.sluis.quarantine.SecondLooks;
import org.sluis.quarantine.Waiting;
import org.sluis.stack.BareDatabase;

/** Who may ask for a second look at a refusal, who may lift a rule, and what the database holds against everybody else. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SecondLookRulesIT {

    private static final Reason WHY = Reason.of("our own template");
    private static final Instant LATER = Instant.parse("2100-01-01T00:00:00Z");

    private final Exchange exchange = new Exchange(BareDatabase.get());
    private final Caller sender = exchange.person(Optional.of("Plant"), Role.CLIENT);
    private final Caller reader = exchange.person(Optional.empty(), Role.INSPECTOR);
    private final Caller first = exchange.person(Optional.empty(), Role.ADMIN);
    private final Caller second = exchange.person(Optional.empty(), Role.ADMIN);
    private Pending refused = exchange.sent(sender, "before");

    @AfterAll
    void close() {
        exchange.close();
    }

    @BeforeEach
    void aRuleRefusesAFile() {
        refused = sealed(sender, Rule.MACRO, LATER);
    }

    @Test
    void twoAdministratorsSendItBackToTheGateWithoutTheRule() {
        ask(sender);
        assertThat(desk(first)).extractingByKey("secondLook").isNotNull();
        UUID proposal = propose(first);
        assertThat(desk(second)).extractingByKey("proposal").isNotNull();
        assertThat(lifts()).isEmpty();

        consent(second, proposal);

        assertThat(lifts()).containsExactly(new Lift(Rule.MACRO, Optional.of("word/vbaProject.bin")));
        assertThat(state()).isEqualTo("CHECKING");
        assertThat(request().get("answer")).isEqualTo("LIFTED");
        Pending again = exchange
                .portal
                .as(SystemCaller.GATE, () -> exchange.portal.get(Waiting.class).claim(1_000, Instant.now()))
                .stream()
                .filter(claimed -> claimed.versionId().equals(refused.versionId()))
                .findFirst()
                .orElseThrow();
        exchange.release(refused);
        assertThat(state()).as("by the claim from before").isEqualTo("CHECKING");
        exchange.release(again);
        assertThat(state()).isEqualTo("AVAILABLE");
    }

    @Test
    void proposerCannotConsent() {
        ask(sender);
        UUID proposal = propose(first);
        assertProblem(() -> consent(first, proposal), Problem.OWN_PROPOSAL);
        assertThat(state()).isEqualTo("REJECTED");
    }

    @Test
    void whoSentItInDecidesNothing() {
        Caller both = exchange.person(Optional.empty(), Role.ADMIN, Role.INSPECTOR);
        refused = sealed(both, Rule.MACRO, LATER);
        ask(both);
        assertProblem(() -> propose(both), Problem.OWN_UPLOAD);
        assertProblem(() -> decline(both), Problem.OWN_UPLOAD);
        UUID proposal = propose(first);
        assertProblem(() -> consent(both, proposal), Problem.OWN_UPLOAD);
        assertThat(state(both)).isEqualTo("REJECTED");
    }

    @Test
    void nobodyLiftsWhatNobodyAskedFor() {
        assertProblem(() -> propose(first), Problem.CONFLICT);
        ask(sender);
        UUID proposal = propose(first);
        exchange.portal.as(sender, () -> {
            exchange.portal.get(SecondLooks.class).withdraw(sender, refused.documentId(), 1);
            return "";
        });
        assertProblem(() -> consent(second, proposal), Problem.CONFLICT);
    }

    @Test
    void onlyTheSenderAsks() {
        exchange.grant(first, refused.documentId(), reader.personId(), Right.REVISE);
        assertProblem(() -> ask(reader), Problem.NOT_FOUND);
        assertProblem(() -> ask(first), Problem.RIGHT_MISSING);
        assertProblem(() -> ask(exchange.person(Optional.of("Plant"), Role.CLIENT)), Problem.NOT_FOUND);
    }

    @Test
    void oneRequestAtATimeAndNoneAfterANo() {
        ask(sender);
        assertProblem(() -> ask(sender), Problem.CONFLICT);
        decline(first);
        assertThat(request()).containsEntry("answer", "DECLINED").containsEntry("answerReason", WHY.text());
        assertProblem(() -> ask(sender), Problem.CONFLICT);
        assertThat(look(sender)).containsEntry("possible", false);
    }

    @Test
    void whatTheScannerOrAnUnliftableRuleRefusedIsNotLookedAtAgain() {
        refused = exchange.sent(sender, "malware");
        exchange.reject(refused);
        assertProblem(() -> ask(sender), Problem.CONFLICT);
        refused = sealed(sender, Rule.PASSWORD, LATER);
        assertProblem(() -> ask(sender), Problem.CONFLICT);
    }

    @Test
    void keyGoesWhenItsTimeIsOverAndTheSenderIsTold() {
        refused = sealed(sender, Rule.MACRO, Instant.parse("2020-01-01T00:00:00Z"));
        ask(sender);
        UUID proposal = propose(first);

        destroyDue();

        assertThat(request()).containsEntry("answer", "EXPIRED");
        assertThat(look(sender).get("sealedUntil")).isNull();
        assertProblem(() -> consent(second, proposal), Problem.CONFLICT);
        assertThat(desk(first)).containsEntry("kept", false);
        assertThat(number("select count(*) from blob_removal where blob_id = '%s'"
                        .formatted(refused.blob().id())))
                .isEqualTo(1);
        assertThat(number("select count(*) from document_version where id = '%s' and wrapped_key is not null"
                        .formatted(refused.versionId())))
                .isZero();
    }

    @Test
    void requestThatCameTooLateIsClosed() {
        ask(sender);
        exchange.portal.as(
                SystemCaller.GATE,
                () -> exchange.portal.change("update document_version set wrapped_key = null where id = '%s'"
                        .formatted(refused.versionId())));
        assertThat(request().get("answer")).isNull();

        destroyDue();

        assertThat(request()).containsEntry("answer", "EXPIRED");
    }

    @Test
    void keyStaysUntilThen() {
        destroyDue();
        assertThat(desk(first)).containsEntry("kept", true);
    }

    @Test
    void requestIsShownToItsSenderAndAdministratorsOnly() {
        ask(sender);
        exchange.grant(first, refused.documentId(), reader.personId(), Right.DOWNLOAD);
        assertProblem(() -> look(reader), Problem.NOT_FOUND);
        assertThat(look(first)).containsKey("request").containsEntry("possible", false);
    }

    @Test
    void databaseLetsNoOneAloneSendBackWhatWasRefused() {
        String reopen = "update document_version set state = 'CHECKING', reason = null, decided_at = null,"
                + " rule = null, member = null, sealed_until = null where id = '%s'".formatted(refused.versionId());
        assertThatThrownBy(() -> change(first, reopen)).hasStackTraceContaining("only the gate");
        assertThat(change(sender, reopen)).isZero();
        ask(sender);
        propose(first);
        assertThatThrownBy(() -> change(first, reopen)).hasStackTraceContaining("only the gate");
        assertThatThrownBy(() -> change(
                        first,
                        "update reinstatement set consented_by = '%s', consented_at = now() where version_id = '%s'"
                                .formatted(first.personId(), refused.versionId())))
                .hasStackTraceContaining("check constraint");
    }

    @Test
    void databaseLetsNoSenderAnswerOrProposeForThemselves() {
        Caller both = exchange.person(Optional.empty(), Role.ADMIN);
        refused = sealed(both, Rule.MACRO, LATER);
        ask(both);
        assertThatThrownBy(() -> change(
                        both,
                        "update second_look set answer = 'LIFTED', answered_by = '%s', answered_at = now() where version_id = '%s'"
                                .formatted(both.personId(), refused.versionId())))
                .hasStackTraceContaining("second_look");
        assertThatThrownBy(() -> change(
                        both,
                        "insert into reinstatement (id, version_id, sha256, rule, reason, proposed_by, proposed_at) values (gen_random_uuid(), '%s', 'x', 'macro', 'y', '%s', now())"
                                .formatted(refused.versionId(), both.personId())))
                .hasStackTraceContaining("row-level security");
        assertThatThrownBy(() -> change(
                        sender,
                        "insert into second_look (id, version_id, rule, reason, asked_by, asked_at) values (gen_random_uuid(), '%s', 'macro', 'y', '%s', now())"
                                .formatted(refused.versionId(), sender.personId())))
                .hasStackTraceContaining("row-level security");
    }

    private Pending sealed(Caller uploader, Rule rule, Instant until) {
        Pending pending = exchange.sent(uploader, "template");
        exchange.reject(pending, objection(rule), until);
        return pending;
    }

    private static Objection objection(Rule rule) {
        Objection bare = Objection.of(rule);
        return new Objection(
                rule,
                Optional.of("word/vbaProject.bin"),
                bare.detected(),
                bare.evidence(),
                bare.expected(),
                bare.page(),
                bare.part(),
                bare.subject());
    }

    private void ask(Caller caller) {
        exchange.portal.as(caller, () -> {
            exchange.portal.get(SecondLooks.class).ask(caller, refused.documentId(), 1, WHY);
            return "";
        });
    }

    private UUID propose(Caller administrator) {
        return exchange.portal.as(
                administrator,
                () -> exchange.portal.get(Reinstatements.class).propose(administrator, refused.versionId(), WHY));
    }

    private void consent(Caller administrator, UUID proposal) {
        exchange.portal.as(
                administrator,
                () -> exchange.portal.get(Reinstatements.class).consent(administrator, refused.versionId(), proposal));
    }

    private void decline(Caller administrator) {
        exchange.portal.as(administrator, () -> {
            exchange.portal.get(SecondLooks.class).decline(administrator, refused.versionId(), WHY);
            return "";
        });
    }

    private void destroyDue() {
        exchange.portal.as(
                SystemCaller.GATE,
                () -> exchange.portal.get(SealedContents.class).destroyDue());
    }

    private List<Lift> lifts() {
        return exchange.portal.as(
                SystemCaller.GATE,
                () -> exchange.portal.get(Reinstatements.class).lifted(refused.versionId()));
    }

    private FilteredView desk(Caller administrator) {
        return exchange.portal.as(
                administrator, () -> exchange.portal.get(Quarantine.class).read(administrator, refused.versionId()));
    }

    private FilteredView look(Caller caller) {
        return exchange.portal.as(
                caller, () -> exchange.portal.get(SecondLooks.class).read(caller, refused.documentId(), 1));
    }

    private FilteredView request() {
        return (FilteredView) Objects.requireNonNull(look(sender).get("request"));
    }

    private String state() {
        return state(sender);
    }

    private String state(Caller caller) {
        return String.valueOf(
                exchange.versions(caller, refused.documentId()).get(0).get("state"));
    }

    private long number(String statement) {
        return exchange.portal.as(
                SystemCaller.GATE,
                () -> ((Number) exchange.portal.rows(statement).get(0)).longValue());
    }

    private int change(Caller caller, String statement) {
        return exchange.portal.as(caller, () -> exchange.portal.change(statement));
    }

    private static void assertProblem(Runnable act, Problem expected) {
        assertThatThrownBy(act::run)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refusal -> assertThat(refusal.problem()).isEqualTo(expected));
    }
}
