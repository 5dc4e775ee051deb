package org.sluis.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sluis.kernel.Caller;
import org.sluis.kernel.ProblemException;
import org.sluis.kernel.Role;

/** What a change asks of the realm, step by step, also where an earlier attempt broke off in between. */
@SuppressWarnings("UnnecessaryAssignment") // no container injects here
class RealmStepsIT {

    private final WatchedRealm watched = new WatchedRealm();
    private final RealmSteps realm = new RealmSteps();
    private final UUID person = UUID.randomUUID();
    private final String address = person + "@example.org";
    private final String before = watched.account("eva-" + person, address, Role.INSPECTOR, Role.DPO);

    @BeforeEach
    void connect() {
        realm.directory = watched.directory();
    }

    @AfterEach
    void stop() {
        realm.directory.close();
        watched.close();
    }

    @Test
    void accountThatIsMadeAnewHasTheRolesOfTheOldOneWhichIsGone() {
        String renewed = sentAgain();
        assertThat(renewed).isNotEqualTo(before);
        assertThat(watched.roles(address)).containsExactlyInAnyOrder(Role.INSPECTOR, Role.DPO);
        assertThat(watched.withAddress(address).orElseThrow().path("id").asText())
                .isEqualTo(renewed);
        assertThat(watched.changes())
                .contains("DELETE /" + before)
                .endsWith("PUT /" + renewed + "/execute-actions-email");
    }

    /** Between two of the realm's answers there is always time to die. */
    @ParameterizedTest
    @ValueSource(strings = {"POST /[^/]+/role-mappings/realm", "DELETE /[^/]+", "PUT /[^/]+/execute-actions-email"})
    void rolesAreKeptWhereverAnAttemptBreaksOff(String step) {
        watched.refuse(step, "500 {}");
        assertThatThrownBy(this::sentAgain).isInstanceOf(ProblemException.class);
        String made = watched.withAddress(address).orElseThrow().path("id").asText();
        assertThat(made).isNotEqualTo(before);
        watched.obey();
        String renewed = sentAgain();
        assertThat(renewed).isNotIn(before, made);
        assertThat(watched.roles(address)).containsExactlyInAnyOrder(Role.INSPECTOR, Role.DPO);
        assertThat(watched.changes()).contains("DELETE /" + before, "DELETE /" + made);
    }

    private String sentAgain() {
        AccountTask task = task();
        return realm.carryOut(task, realm.look(task)).orElseThrow();
    }

    private AccountTask task() {
        Caller administrator =
                new Caller(UUID.randomUUID(), "Ada", Set.of(Role.ADMIN), Optional.empty(), Optional.empty());
        AccountChange change = new AccountChange(
                administrator, ChangeKind.MAIL, person, WantedAccount.at(address, Set.of(Role.INSPECTOR)));
        return new AccountTask(change, Optional.of(before), Optional.empty(), Optional.empty());
    }
}
