package org.sluis.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sluis.kernel.Caller;
import org.sluis.kernel.Problem;
import org.sluis.kernel.ProblemException;
import org.sluis.kernel.Role;
import org.sluis.people.AccountLabels;
import org.sluis.people.PersonProfile;

/** Whoever carries out a change asks before each change of the realm whether it is still theirs: the realm knows no attempts. */
class ChangeRunnerIT extends PlantFixture {

    private static final String MAIL = "PUT /[^/]+/execute-actions-email";

    private final WatchedRealm realm = new WatchedRealm();
    private final Directory directory = realm.directory();
    private final Caller administrator = signedIn("", Role.ADMIN);
    private final ChangeRunner runner = portal.with(Directory.class, directory).get(ChangeRunner.class);

    @AfterEach
    void stopTheRealm() {
        directory.close();
        realm.close();
    }

    @Test
    void whatIsOrderedIsDoneThereAndHere() {
        String subject = realm.account(plant.replace(' ', '-'), plant.replace(' ', '-') + "@example.org", Role.CLIENT);
        Caller client = arrived(identity(subject, plant, Role.CLIENT)).orElseThrow();
        runner.run(administrator, disabled(client));
        assertThat(realm.changes()).containsExactly("PUT /" + subject, "POST /" + subject + "/logout");
        assertThat(isActive(client)).isFalse();
    }

    @Test
    void whoeverIsOvertakenWhileTheyLookTakesNoStep() {
        String subject = realm.account(plant.replace(' ', '-'), plant.replace(' ', '-') + "@example.org", Role.CLIENT);
        Caller client = arrived(identity(subject, plant, Role.CLIENT)).orElseThrow();
        AccountChange change = disabled(client);
        realm.meanwhile("GET /" + subject, () -> overtaken(change));
        assertThat(refusal(change)).isEqualTo(Problem.CONFLICT);
        assertThat(realm.changes()).isEmpty();
        assertThat(isActive(client)).isTrue();
    }

    @Test
    void accountIsTakenBackWhereTheMailDidNotLeave() {
        AccountChange change = invitedByAdministrator();
        realm.refuse(MAIL, "500 {}");
        assertThat(refusal(change)).isEqualTo(Problem.DIRECTORY_AWAY);
        assertThat(realm.changes()).anyMatch(asked -> asked.startsWith("DELETE /"));
    }

    @Test
    void whoeverIsOvertakenMeanwhileTakesNothingBack() {
        AccountChange change = invitedByAdministrator();
        realm.refuse(MAIL, "500 {}");
        realm.meanwhile(MAIL, () -> overtaken(change));
        assertThat(refusal(change)).isEqualTo(Problem.CONFLICT);
        assertThat(realm.changes()).noneMatch(asked -> asked.startsWith("DELETE /"));
    }

    private AccountChange disabled(Caller client) {
        return ordered(() -> portal.get(AccountOrders.class).disable(administrator, client.personId()));
    }

    private AccountChange invitedByAdministrator() {
        AccountLabels labels = new AccountLabels("Eva", "Else", UUID.randomUUID() + "@example.org", Locale.ENGLISH);
        Invitation invitation =
                new Invitation(labels, Set.of(Role.CLIENT), Optional.of(organisation), PersonProfile.EMPTY);
        return ordered(() -> portal.get(AccountOrders.class).invite(administrator, invitation));
    }

    private AccountChange ordered(Callable<AccountChange> order) {
        return as(administrator, order);
    }

    private Problem refusal(AccountChange change) {
        return catchThrowableOfType(ProblemException.class, () -> runner.run(administrator, change))
                .problem();
    }

    /** Another node has taken it meanwhile. */
    private void overtaken(AccountChange change) {
        try {
            changed("update account_change set attempts = attempts + 1 where id = '%s'".formatted(change.id()));
        } catch (SQLException lost) {
            throw new IllegalStateException(lost);
        }
    }
}
