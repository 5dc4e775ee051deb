package org.sluis.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.sluis.kernel.AuditEvent;
import org.sluis.kernel.Caller;
import org.sluis.kernel.Problem;
import org.sluis.kernel.ProblemException;
import org.sluis.kernel.Role;
import org.sluis.kernel.SystemCaller;
import org.sluis.people.AccountLabels;
import org.sluis.people.Persons;
import org.sluis.platform.rest.PageRequest;
import org.sluis.platform.security.Identity;

/** Whom members invite to their organisation, and what the second wall lets become of it. */
class InvitedColleaguesIT extends PlantFixture {

    /** Until the first sign-in nothing that the organisation can see says what the realm knew. */
    @Test
    void newAddressAndKnownAddressLookTheSameUntilTheFirstSignIn() {
        AccountChange fresh = invited();
        AccountChange known = invited("of-another@example.org");
        List<ColleagueView> before = colleagues();
        assertThat(before).extracting(ColleagueView::id).startsWith(known.personId(), fresh.personId());
        assertThat(before.get(0))
                .usingRecursiveComparison()
                .ignoringFields("id", "email")
                .isEqualTo(before.get(1));

        Identity arriving = made(fresh);
        owned(known, stranger);
        assertThat(colleagues()).isEqualTo(before);
        String row = "select id from person where id = '%s'".formatted(fresh.personId());
        assertThat(as(member, () -> portal.rows(row))).isEmpty();
        for (AccountChange invited : List.of(fresh, known)) {
            assertThat(refusal(() -> invited(addressOf(before, invited)))).isEqualTo(Problem.ACCOUNT_EXISTS);
        }
        assertThat(portal.events())
                .contains(new InvitedElsewhere(
                        stranger.personId(), organisation, member.personId(), "of-another@example.org"));
        assertThat(actorsOf(AccountAction.PERSON_INVITED)).containsOnly(Optional.of(member));
        assertThat(actorsOf(AccountAction.INVITATION_CARRIED_OUT)).containsExactly(Optional.empty());
        assertThat(actorsOf(AccountAction.INVITATION_ADDRESS_KNOWN)).containsExactly(Optional.empty());

        assertThat(arrived(arriving).orElseThrow().personId()).isEqualTo(fresh.personId());
        assertThat(colleagues()).extracting(ColleagueView::id).contains(fresh.personId());
        assertThat(as(member, () -> portal.rows(row))).hasSize(1);
        assertThat(as(member, () -> portal.rows(row.replace("person", "colleague_invitation"))))
                .isEmpty();
    }

    /** The mail was quicker than the portal, which had broken off meanwhile. */
    @Test
    void whoSignsInBeforeTheOutcomeIsWrittenIsTheOneWhoWasInvited() {
        AccountChange invited = invited();
        Identity arriving = identity(UUID.randomUUID().toString(), plant, Role.CLIENT);
        UUID early = arrived(arriving).orElseThrow().personId();
        carriedOut(invited, Optional.of(arriving.subject()));
        assertThat(arrived(arriving).orElseThrow().personId()).isEqualTo(early);
        assertThat(colleagues()).extracting(ColleagueView::id).contains(early).doesNotContain(invited.personId());
        assertThat(portal.as(
                        SystemCaller.ACCOUNTS,
                        () -> portal.rows("select id from account_change where id = '%s' and person_id = '%s'"
                                .formatted(invited.id(), early))))
                .hasSize(1);
    }

    /** It was taken back while the account was in use already and the person still known by another identifier. */
    @Test
    void whoSignedInBeforeTheOutcomeIsShutOutWhereItWasTakenBackMeanwhile() {
        AccountChange invited = invited();
        Identity arriving = identity(UUID.randomUUID().toString(), plant, Role.CLIENT);
        UUID early = arrived(arriving).orElseThrow().personId();
        withdraw(invited);
        carriedOut(invited, Optional.of(arriving.subject()));
        assertThat(arrived(arriving)).isEmpty();
        assertThat(colleagues())
                .filteredOn(colleague -> colleague.id().equals(early))
                .singleElement()
                .returns(false, ColleagueView::active);

        assertThat(shutting().orElseThrow().id()).isEqualTo(early);
        AccountChange order = as(
                        member, () -> portal.get(ColleagueInvitations.class).shut(member, early))
                .orElseThrow();
        carriedOut(order, Optional.of(arriving.subject()));
        assertThat(isActive(early)).isFalse();
    }

    @Test
    void invitationIsTakenBackWhateverCameOfIt() throws SQLException {
        AccountChange fresh = invited();
        AccountChange known = invited("somebody-else@example.org");
        Identity arriving = made(fresh);
        owned(known, stranger);
        withdraw(fresh);
        withdraw(known);
        assertThat(colleagues().subList(0, 2)).noneMatch(ColleagueView::active);
        assertThat(arrived(arriving)).isEmpty();

        administers(member, false);
        AccountChange order = shut(fresh);
        carriedOut(order, Optional.of(arriving.subject()));
        assertThat(isActive(fresh.personId())).isFalse();
        assertThat(actorsOf(AccountAction.PERSON_DISABLED)).containsExactly(Optional.empty());
        assertThat(isActive(stranger)).isTrue();
        assertThat(shutting()).as("the other has no account").isEmpty();
        assertThat(portal.as(
                        SystemCaller.ACCOUNTS,
                        () -> portal.rows(
                                "select id from colleague_invitation where shutting and organisation_id = '%s'"
                                        .formatted(organisation))))
                .isEmpty();
    }

    /** The list tells that it was taken back, which the organisation knows, and neither time what the realm knew. */
    @Test
    void addressThatWasTakenBackIsInvitedAgainWhateverCameOfIt() {
        AccountChange fresh = invited("fresh-" + organisation + "@example.org");
        AccountChange known = invited("known-" + organisation + "@example.org");
        Identity first = made(fresh);
        owned(known, stranger);
        withdraw(fresh);
        withdraw(known);
        carriedOut(shutNow(fresh).orElseThrow(), Optional.of(first.subject()));
        List<ColleagueView> before = colleagues();

        AccountChange freshAgain = invited(addressOf(before, fresh));
        AccountChange knownAgain = invited(addressOf(before, known));
        List<ColleagueView> after = colleagues();
        assertThat(after.subList(0, 4))
                .extracting(ColleagueView::id, ColleagueView::active)
                .containsExactly(
                        tuple(knownAgain.personId(), true),
                        tuple(freshAgain.personId(), true),
                        tuple(known.personId(), false),
                        tuple(fresh.personId(), false));
        Identity second = made(freshAgain);
        owned(knownAgain, stranger);
        assertThat(colleagues()).isEqualTo(after);
        assertThat(as(
                        member,
                        () -> portal.rows("select id from person where id in ('%s', '%s')"
                                .formatted(fresh.personId(), freshAgain.personId()))))
                .isEmpty();
        for (AccountChange invited : List.of(freshAgain, knownAgain)) {
            assertThat(refusal(() -> invited(addressOf(after, invited)))).isEqualTo(Problem.ACCOUNT_EXISTS);
        }
        assertThat(arrived(first)).isEmpty();
        assertThat(arrived(second).orElseThrow().personId()).isEqualTo(freshAgain.personId());
        assertThat(isActive(fresh.personId())).isFalse();
    }

    @Test
    void administratorLetsInWhoseInvitationWasTakenBack() {
        AccountChange fresh = invited();
        Identity arriving = made(fresh);
        withdraw(fresh);
        carriedOut(shut(fresh), Optional.of(arriving.subject()));
        Caller administrator = signedIn("", Role.ADMIN);
        ended(
                administrator,
                as(
                        administrator,
                        () -> portal.get(AccountOrders.class)
                                .order(administrator, ChangeKind.ENABLED, fresh.personId())),
                Optional.of(arriving.subject()));
        assertThat(arrived(arriving)).isPresent();
    }

    @Test
    void ownerOfTheAddressWhoBecomesAMemberTakesThePlace() throws SQLException {
        AccountChange known = invited("moving@example.org");
        owned(known, stranger);
        changed("update person set email = 'Moving@example.org' where id = '%s'".formatted(stranger.personId()));
        Caller administrator = signedIn("", Role.ADMIN);
        ended(
                administrator,
                as(
                        administrator,
                        () -> portal.get(AccountOrders.class).join(administrator, organisation, stranger.personId())),
                Optional.empty());
        assertThat(colleagues())
                .extracting(ColleagueView::id)
                .contains(stranger.personId())
                .doesNotContain(known.personId());
    }

    @Test
    void databaseKeepsInvitationsToTheOwnOrganisation() throws SQLException {
        AccountChange invited = invited();
        String row = "select id from colleague_invitation where id = '%s'".formatted(invited.personId());
        assertThat(as(member, () -> portal.rows(row))).hasSize(1);
        assertThat(as(colleague, () -> portal.rows(row))).isEmpty();
        administers(stranger, true);
        assertThat(as(stranger, () -> portal.rows(row))).isEmpty();
        assertThat(change(
                        stranger,
                        "update colleague_invitation set withdrawn_by = '%s', withdrawn_at = now() where id = '%s'"
                                .formatted(stranger.personId(), invited.personId())))
                .isZero();
        assertThat(change(member, row.replace("select id", "delete"))).isZero();
        assertThatThrownBy(() -> change(stranger, """
                        insert into colleague_invitation (id, organisation_id, name, email, invited_by)
                        values (gen_random_uuid(), '%s', 'A', 'a@example.org', '%s')
                        """.formatted(organisation, stranger.personId())))
                .hasStackTraceContaining("row-level security");
        assertThatThrownBy(() -> change(stranger, ORDER.formatted(invited.personId(), "DISABLED", stranger.personId())))
                .hasStackTraceContaining("row-level security");
    }

    /** The order that follows, once those that have no account are done with. */
    private AccountChange shut(AccountChange invited) {
        assertThat(shutting().orElseThrow().id()).isEqualTo(invited.personId());
        return shutNow(invited).orElseThrow();
    }

    private Optional<ColleagueInvitation> shutting() {
        return portal.as(
                SystemCaller.ACCOUNTS,
                () -> portal.get(ColleagueInvitations.class).nextToShut());
    }

    private List<ColleagueView> colleagues() {
        return as(
                member,
                () -> portal.get(ColleagueList.class).rows(organisation, new PageRequest(50, Optional.empty())));
    }

    private static String addressOf(List<ColleagueView> colleagues, AccountChange invited) {
        return colleagues.stream()
                .filter(colleague -> colleague.id().equals(invited.personId()))
                .findFirst()
                .flatMap(ColleagueView::email)
                .orElseThrow();
    }

    private Problem refusal(Callable<?> call) {
        return catchThrowableOfType(ProblemException.class, call::call).problem();
    }

    private List<Optional<Caller>> actorsOf(AccountAction action) {
        return told(action).stream().map(AuditEvent::actor).toList();
    }

    /** The realm has an account of somebody else with the address. */
    private void owned(AccountChange invited, Caller owner) {
        AccountTask task = task(invited);
        portal.as(SystemCaller.ACCOUNTS, () -> {
            String subject =
                    portal.get(Persons.class).existing(owner.personId()).subject();
            AccountLabels labels = task.change().wanted().over(AccountLabels.NONE);
            portal.get(UnseenOutcomes.class).known(task, new Account(subject, subject, labels, true, Optional.empty()));
            return task;
        });
    }
}
