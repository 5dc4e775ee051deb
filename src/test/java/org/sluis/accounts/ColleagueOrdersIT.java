package org.sluis.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.sluis.kernel.AuditEvent;
import org.sluis.kernel.Caller;
import org.sluis.kernel.Problem;
import org.sluis.kernel.ProblemException;
import org.sluis.kernel.Role;
import org.sluis.kernel.SystemCaller;
import org.sluis.people.Persons;
import org.sluis.platform.security.Identity;

/** What members who administer their organisation order, and what the second wall lets become of it. */
class ColleagueOrdersIT extends PlantFixture {

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

    private AccountChange disabled(Caller person) {
        return as(
                member,
                () -> portal.get(AccountOrders.class).disableColleague(member, organisation, person.personId()));
    }

    private Optional<UUID> organisationOf(UUID person) {
        return portal.as(
                SystemCaller.ACCOUNTS,
                () -> portal.get(Persons.class).existing(person).organisationId());
    }

    private void moved(Caller person, UUID to) throws SQLException {
        changed("update person set organisation_id = '%s' where id = '%s'".formatted(to, person.personId()));
    }
}
