package org.sluis.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sluis.kernel.AuditEvent;
import org.sluis.kernel.Caller;
import org.sluis.kernel.Problem;
import org.sluis.kernel.ProblemException;
import org.sluis.kernel.Role;
import org.sluis.kernel.SystemCaller;
import org.sluis.people.AccountLabels;
import org.sluis.people.Arrivals;
import org.sluis.people.People;
import org.sluis.people.PersonProfile;
import org.sluis.people.Persons;
import org.sluis.platform.config.Settings;
import org.sluis.platform.rest.PageRequest;
import org.sluis.platform.security.Identity;
import org.sluis.stack.BareDatabase;
import org.sluis.stack.UseCases;

/** What members who administer their organisation order, and what the second wall lets become of it. */
class ColleagueChangesIT {

    private static final String ORDER = """
            insert into account_change (id, person_id, kind, ordered_by, ordered_as, ordered_at, state, attempts,
                next_attempt_at)
            values (gen_random_uuid(), '%s', '%s', '%s', 'CLIENT', now(), 'RUNNING', 1, now())
            """;

    private final BareDatabase database = BareDatabase.get();
    private final UseCases portal = UseCases.ofApplication(database).with(Arrivals.class, ColleagueInvitations.class);
    private final String plant = "Plant " + UUID.randomUUID();
    private final Caller member = signedIn(plant);
    private final Caller colleague = signedIn(plant);
    private final Caller stranger = signedIn("Other " + plant);
    private final UUID organisation = member.organisationId().orElseThrow();

    @BeforeEach
    void administer() throws SQLException {
        administers(member, true);
    }

    @AfterEach
    void close() {
        portal.close();
    }

    @Test
    void colleagueIsShutOut() {
        AccountChange change = disabled(colleague);
        ended(member, change, Optional.of(UUID.randomUUID().toString()));
        assertThat(isActive(colleague)).isFalse();
    }

    /** The realm has shut the account already, so the portal follows. */
    @Test
    void whatBrokeOffIsEndedAlsoForSomebodyWhoAdministersNoMore() throws SQLException {
        AccountChange disabled = disabled(colleague);
        AccountChange invited = invited();
        administers(member, false);
        UUID elsewhere = stranger.organisationId().orElseThrow();
        assertThatThrownBy(() -> change(
                        member,
                        "update person set organisation_id = '%s' where id = '%s'"
                                .formatted(elsewhere, colleague.personId())))
                .hasStackTraceContaining("row-level security");
        moved(member, elsewhere);

        Caller again = portal.as(
                SystemCaller.ACCOUNTS, () -> portal.get(AccountChanges.class).callerAgain(disabled));
        assertThat(again.personId()).isEqualTo(member.personId());
        assertThat(task(invited).organisationKey()).contains(plant);
        ended(member, disabled, Optional.of(UUID.randomUUID().toString()));
        made(invited);
        assertThat(isActive(colleague)).isFalse();
        assertThat(organisationOf(invited.personId())).contains(organisation);
        assertThat(as(
                        member,
                        () -> portal.rows("select id from person where id in ('%s', '%s')"
                                .formatted(colleague.personId(), invited.personId()))))
                .isEmpty();
    }

    @Test
    void strangerIsNotFoundAndTheAttemptIsTold() {
        assertThat(catchThrowableOfType(ProblemException.class, () -> disabled(stranger))
                        .problem())
                .isEqualTo(Problem.NOT_FOUND);
        assertThat(portal.events())
                .filteredOn(AuditEvent.class::isInstance)
                .extracting(event -> ((AuditEvent) event).resource().id())
                .contains(Optional.of(stranger.personId()));
    }

    /** The order itself opens the other's row, so the database asks who may give it. */
    @Test
    void databaseTakesOrdersOfThoseWhoAdminister() throws SQLException {
        String foreign = ORDER.formatted(stranger.personId(), "DISABLED", member.personId());
        String other = ORDER.formatted(colleague.personId(), "ENABLED", member.personId());
        String own = ORDER.formatted(colleague.personId(), "DISABLED", member.personId());
        for (String refused : List.of(foreign, other)) {
            assertThatThrownBy(() -> change(member, refused)).hasStackTraceContaining("row-level security");
        }
        administers(member, false);
        assertThatThrownBy(() -> change(member, own)).hasStackTraceContaining("row-level security");
        administers(member, true);
        assertThat(change(member, own)).isEqualTo(1);
    }

    /** Together they may invite so many: each waits for the other, and counts what the other has invited. */
    @Test
    void membersWhoInviteAreCountedTogether() throws SQLException {
        AccountChange invited = invited();
        String invitations = "select id from account_change where organisation_id = '%s'".formatted(organisation);
        String lock = "select id from organisation where id = '%s' for update".formatted(organisation);
        assertThat(as(colleague, () -> portal.rows(invitations))).isEmpty();
        assertThat(as(colleague, () -> portal.rows(lock))).isEmpty();
        administers(colleague, true);
        assertThat(as(colleague, () -> portal.rows(invitations))).hasSize(1);
        assertThat(as(colleague, () -> portal.rows(lock))).hasSize(1);
        assertThatThrownBy(() -> change(
                        colleague, "update organisation set name = 'mine' where id = '%s'".formatted(organisation)))
                .hasStackTraceContaining("row-level security");
        assertThat(as(stranger, () -> portal.rows(lock))).isEmpty();
        assertThat(invited.isProposed()).isFalse();
    }

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

    /** An invitation that is sent again makes the account anew; nothing else does. */
    @Test
    void personGoesOverToTheAccountThatIsMadeAnewAndToNoOther() {
        Caller administrator = signedIn("", Role.ADMIN);
        String renewed = UUID.randomUUID().toString();
        String over = "update person set subject = '%s' where id = '%s'".formatted(renewed, stranger.personId());
        assertThatThrownBy(() -> change(administrator, over)).hasStackTraceContaining("a person keeps the account");
        AccountChange again = as(
                administrator, () -> portal.get(AccountOrders.class).inviteAgain(administrator, stranger.personId()));
        assertThatThrownBy(() -> change(stranger, over)).hasStackTraceContaining("a person keeps the account");
        ended(administrator, again, Optional.of(renewed));
        assertThat(arrived(identity(renewed, "Other " + plant, Role.CLIENT))
                        .orElseThrow()
                        .personId())
                .isEqualTo(stranger.personId());
        assertThatThrownBy(() -> change(administrator, over.replace(renewed, "x")))
                .hasStackTraceContaining("a person keeps");
    }

    @Test
    void whoSignsInBeforeTheAccountMadeAnewIsWrittenDownStaysOnePerson() {
        Caller administrator = signedIn("", Role.ADMIN);
        Identity renewed = identity(UUID.randomUUID().toString(), "Other " + plant, Role.CLIENT);
        AccountChange again = as(
                administrator, () -> portal.get(AccountOrders.class).inviteAgain(administrator, stranger.personId()));
        UUID met = arrived(renewed).orElseThrow().personId();
        assertThat(met).isNotEqualTo(stranger.personId());
        ended(administrator, again, Optional.of(renewed.subject()));
        assertThat(arrived(renewed).orElseThrow().personId()).isEqualTo(stranger.personId());
        assertThat(isActive(met)).isFalse();
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

    private void withdraw(AccountChange invited) {
        assertThat(as(
                        member,
                        () -> portal.get(ColleagueInvitations.class)
                                .withdraw(member, organisation, invited.personId())))
                .isTrue();
    }

    /** The order that follows, once those that have no account are done with. */
    private AccountChange shut(AccountChange invited) {
        assertThat(shutting().orElseThrow().id()).isEqualTo(invited.personId());
        return as(member, () -> portal.get(ColleagueInvitations.class).shut(member, invited.personId()))
                .orElseThrow();
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
        return portal.events().stream()
                .filter(AuditEvent.class::isInstance)
                .map(AuditEvent.class::cast)
                .filter(event -> event.action() == action)
                .map(AuditEvent::actor)
                .toList();
    }

    /** The realm has made the account, and its person may sign in. */
    private Identity made(AccountChange invited) {
        String subject = UUID.randomUUID().toString();
        carriedOut(invited, Optional.of(subject));
        return identity(subject, plant, Role.CLIENT).asOf(Instant.now().plusSeconds(60));
    }

    private void carriedOut(AccountChange change, Optional<String> subject) {
        AccountTask task = task(change);
        portal.as(SystemCaller.ACCOUNTS, () -> {
            portal.get(UnseenOutcomes.class).done(task, subject);
            return task;
        });
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

    private AccountTask task(AccountChange change) {
        return portal.as(
                SystemCaller.ACCOUNTS, () -> portal.get(UnseenOutcomes.class).task(change));
    }

    private Optional<Caller> arrived(Identity identity) {
        return portal.as(SystemCaller.REGISTRAR, () -> portal.get(People.class).callerOf(identity, Optional.empty()));
    }

    private AccountChange disabled(Caller person) {
        return as(
                member,
                () -> portal.get(AccountOrders.class).disableColleague(member, organisation, person.personId()));
    }

    private AccountChange invited() {
        return invited(UUID.randomUUID() + "@example.org");
    }

    private AccountChange invited(String address) {
        AccountLabels labels = new AccountLabels("Eva", "Else", address, Locale.ENGLISH);
        Invitation invitation =
                new Invitation(labels, Set.of(Role.CLIENT), Optional.of(organisation), PersonProfile.EMPTY);
        return as(member, () -> portal.get(AccountOrders.class).inviteColleague(member, organisation, invitation));
    }

    private void ended(Caller caller, AccountChange change, Optional<String> subject) {
        as(caller, () -> {
            ChangeOutcomes outcomes = portal.get(ChangeOutcomes.class);
            AccountTask task = outcomes.task(caller, change);
            outcomes.done(caller, task, subject, Optional.empty(), person -> {});
            return task;
        });
    }

    private boolean isActive(Caller person) {
        return isActive(person.personId());
    }

    private boolean isActive(UUID person) {
        return portal.as(SystemCaller.ACCOUNTS, () -> portal.get(People.class).isActive(person));
    }

    private Optional<UUID> organisationOf(UUID person) {
        return portal.as(
                SystemCaller.ACCOUNTS,
                () -> portal.get(Persons.class).existing(person).organisationId());
    }

    private <T> T as(Caller caller, Callable<T> work) {
        return portal.as(caller, work);
    }

    private int change(Caller caller, String statement) {
        return as(caller, () -> portal.change(statement));
    }

    private void administers(Caller person, boolean does) throws SQLException {
        changed("update person set organisation_administrator = %s where id = '%s'".formatted(does, person.personId()));
    }

    private void moved(Caller person, UUID to) throws SQLException {
        changed("update person set organisation_id = '%s' where id = '%s'".formatted(to, person.personId()));
    }

    private void changed(String update) throws SQLException {
        try (Connection connection = database.connectAsSuperuser();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(update);
        }
    }

    private Caller signedIn(String organisationKey) {
        return signedIn(organisationKey, Role.CLIENT);
    }

    private Caller signedIn(String organisationKey, Role role) {
        return arrived(identity(UUID.randomUUID().toString(), organisationKey, role))
                .orElseThrow();
    }

    private Identity identity(String subject, String organisationKey, Role role) {
        return new Identity(
                portal.get(Settings.class).oidc().issuer().toString(),
                subject,
                "Person " + subject,
                Optional.of(subject + "@example.org"),
                Locale.ENGLISH,
                Optional.of(organisationKey).filter(key -> !key.isEmpty()),
                Set.of(role),
                Instant.now());
    }
}
