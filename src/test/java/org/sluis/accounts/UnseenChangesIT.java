package org.sluis.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sluis.kernel.AuditEvent;
import org.sluis.kernel.Caller;
import org.sluis.kernel.ResourceRef;
import org.sluis.kernel.Role;
import org.sluis.kernel.SystemCaller;
import org.sluis.people.Registration;
import org.sluis.platform.security.Identity;

/** What the realm is asked for after a member was answered: whose account that is, who may still ask, and what the trail says. */
class UnseenChangesIT extends PlantFixture {

    private static final String MAIL = "PUT /[^/]+/execute-actions-email";

    private final WatchedRealm realm = new WatchedRealm();
    private final Directory directory = realm.directory();
    private final UnseenChanges unseen = portal.with(Directory.class, directory)
            .with(Registration.class, new EverybodyIsKnown())
            .get(UnseenChanges.class);
    private final String address = UUID.randomUUID() + "@example.org";

    /** Whoever has an account here has been met already. */
    private static final class EverybodyIsKnown extends Registration {
        @Override
        public void ensure(Identity identity) {
            // Nothing is left to do.
        }
    }

    @AfterEach
    void stopTheRealm() {
        directory.close();
        realm.close();
    }

    @Test
    void ownerOfTheAddressIsToldAndTheRealmIsAskedForNothing() {
        Caller owner = owner(realm.account("somebody-" + organisation, address, Role.CLIENT));
        AccountChange invited = invited(address);
        carriedOut(invited);
        assertThat(portal.events())
                .contains(new InvitedElsewhere(owner.personId(), organisation, member.personId(), address));
        assertThat(realm.changes()).isEmpty();
        assertThat(isRunning(invited)).isFalse();
    }

    /** Used or not: who it is for is known when that order has ended. */
    @Test
    void accountThatAnotherOrderIsMakingIsNobodysYet() throws SQLException {
        UUID newcomer = UUID.randomUUID();
        changed(ORDER.formatted(newcomer, "INVITATION", member.personId()));
        realm.account(newcomer.toString(), address);
        AccountChange invited = invited(address);
        carriedOut(invited);
        realm.use(newcomer.toString());
        carriedOut(invited);
        assertThat(realm.changes()).isEmpty();
        assertThat(portal.events()).noneMatch(InvitedElsewhere.class::isInstance);
        assertThat(isRunning(invited)).isTrue();

        changed("update account_change set state = 'FAILED', ended_at = now() where person_id = '%s'"
                .formatted(newcomer));
        realm.remove(newcomer.toString());
        carriedOut(invited);
        assertThat(realm.withAddress(address).orElseThrow().path("username").asText())
                .isEqualTo(invited.personId().toString());
        assertThat(told(AccountAction.INVITATION_CARRIED_OUT)).hasSize(1);
    }

    @Test
    void accountThatIsLeftOfWhatWasTakenBackMakesRoomForTheNextOnce() {
        AccountChange first = invited(address);
        carriedOut(first);
        String left = subject();
        withdraw(first);
        AccountChange second = invited(address);
        carriedOut(second);
        assertThat(subject()).as("it is still to be shut").isEqualTo(left);
        carriedOut(shutNow(first).orElseThrow());
        assertThat(realm.withAddress(address).orElseThrow().path("enabled").asBoolean(true))
                .isFalse();

        carriedOut(second);
        assertThat(realm.changes())
                .contains("DELETE /" + left)
                .last()
                .asString()
                .matches(MAIL);
        assertThat(realm.roles(address)).containsExactly(Role.CLIENT);
        assertThat(portal.events()).noneMatch(InvitedElsewhere.class::isInstance);
        assertThat(isActive(second.personId())).isTrue();
        assertThat(isActive(first.personId())).isFalse();
    }

    /** What the certification body has shut, an organisation does not open by inviting again. */
    @Test
    void accountThatAnAdministratorHasShutStaysShut() {
        AccountChange first = invited(address);
        carriedOut(first);
        Caller administrator = signedIn("", Role.ADMIN);
        ended(
                administrator,
                as(administrator, () -> portal.get(AccountOrders.class).disable(administrator, first.personId())),
                Optional.empty());
        String shut = subject();
        withdraw(first);
        portal.as(
                SystemCaller.ACCOUNTS,
                () -> portal.get(ColleagueInvitations.class).nextToShut());
        carriedOut(invited(address));
        assertThat(subject()).isEqualTo(shut);
        assertThat(portal.events())
                .contains(new InvitedElsewhere(first.personId(), organisation, member.personId(), address));
    }

    @Test
    void accountThatTheRealmLetsInAgainIsKept() {
        AccountChange first = invited(address);
        carriedOut(first);
        withdraw(first);
        carriedOut(shutNow(first).orElseThrow());
        String kept = subject();
        directory.enable(kept, true);
        carriedOut(invited(address));
        assertThat(subject()).isEqualTo(kept);
    }

    /** The realm itself knows no attempts: one that was given up for dead changes nothing in it any more. */
    @Test
    void whoeverWasOvertakenAsksTheRealmForNothing() throws SQLException {
        AccountChange invited = invited(address);
        overtaken(invited);
        carriedOut(invited);
        assertThat(realm.changes()).isEmpty();
        assertThat(isRunning(invited)).isTrue();

        AccountChange takenBack = invited("other-" + address);
        realm.account(takenBack.personId().toString(), "other-" + address);
        withdraw(takenBack);
        overtaken(takenBack);
        carriedOut(takenBack);
        assertThat(realm.changes()).isEmpty();
        assertThat(told(AccountAction.INVITATION_CAME_TO_NOTHING)).isEmpty();
        changed("update account_change set attempts = attempts - 1 where id = '%s'".formatted(takenBack.id()));
        carriedOut(takenBack);
        shutNow(takenBack);
    }

    @Test
    void whoeverWasOvertakenMakesNoRoom() throws SQLException {
        AccountChange first = invited(address);
        carriedOut(first);
        withdraw(first);
        carriedOut(shutNow(first).orElseThrow());
        AccountChange second = invited(address);
        overtaken(second);
        carriedOut(second);
        assertThat(realm.changes()).noneMatch(change -> change.startsWith("DELETE"));
    }

    @Test
    void whatTheRealmRefusesForGoodIsToldInThePortalsOwnName() {
        realm.refuse("POST ", "400 {\"field\":\"email\"}");
        AccountChange invited = invited(address);
        carriedOut(invited);
        assertThat(isRunning(invited)).isFalse();
        assertToldOf(invited);
    }

    @Test
    void whatWasTakenBackInTimeIsTold() {
        AccountChange invited = invited(address);
        withdraw(invited);
        carriedOut(invited);
        assertThat(realm.changes()).isEmpty();
        assertToldOf(invited);
        shutNow(invited);
    }

    private void assertToldOf(AccountChange nothing) {
        assertThat(told(AccountAction.INVITATION_CARRIED_OUT)).isEmpty();
        assertThat(told(AccountAction.INVITATION_CAME_TO_NOTHING))
                .singleElement()
                .returns(Optional.empty(), AuditEvent::actor)
                .returns(ResourceRef.person(nothing.personId()), AuditEvent::resource);
    }

    private void carriedOut(AccountChange change) {
        assertThat(unseen.carryOut(change)).as("the realm answers").isTrue();
    }

    /** Another node has taken it meanwhile. */
    private void overtaken(AccountChange change) throws SQLException {
        changed("update account_change set attempts = attempts + 1 where id = '%s'".formatted(change.id()));
    }

    private boolean isRunning(AccountChange change) {
        String running = "select id from account_change where id = '%s' and state = 'RUNNING'".formatted(change.id());
        return !portal.as(SystemCaller.ACCOUNTS, () -> portal.rows(running)).isEmpty();
    }

    private String subject() {
        return realm.withAddress(address).orElseThrow().path("id").asText();
    }

    private Caller owner(String subject) {
        return arrived(identity(subject, "Other " + plant, Role.CLIENT)).orElseThrow();
    }
}
