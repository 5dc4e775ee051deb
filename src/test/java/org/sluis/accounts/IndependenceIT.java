package org.sluis.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.sluis.accounts.Administrators.CONSENT;

import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sluis.kernel.Caller;
import org.sluis.kernel.Problem;
import org.sluis.kernel.ProblemException;
import org.sluis.kernel.Role;
import org.sluis.people.RoleColumn;
import org.sluis.stack.BareDatabase;
import org.sluis.stack.UseCases;

/** Who cannot be the second for whom: whoever could be the same person, however many accounts lie between. */
class IndependenceIT {

    private final BareDatabase database = BareDatabase.get();
    private final UseCases portal = UseCases.ofApplication(database);
    private final Administrators people = new Administrators(database, portal);

    @AfterEach
    void close() {
        portal.close();
    }

    @Test
    void whoeverMadeTheOtherOrWasMadeByThemIsNoSecond() throws SQLException {
        List<Caller> two = administrators(2);
        chained(two);
        assertDependent(two.get(0), two.get(1));
    }

    /** Who made both could be both. */
    @Test
    void thirdWhoStandsBehindBothMakesThemOne() throws SQLException {
        List<Caller> three = administrators(3);
        people.hadAHandIn(three.get(0), three.get(1));
        people.hadAHandIn(three.get(0), three.get(2));
        assertDependent(three.get(1), three.get(2));
    }

    @Test
    void chainIsSeenHoweverLongItIs() throws SQLException {
        List<Caller> chain = administrators(12);
        chained(chain.subList(0, 4));
        assertDependent(chain.get(0), chain.get(3));
        chained(chain.subList(3, 12));
        assertDependent(chain.get(0), chain.get(11));
    }

    @Test
    void cousinsHaveACommonOrigin() throws SQLException {
        List<Caller> left = administrators(4);
        List<Caller> right = administrators(3);
        chained(left);
        people.hadAHandIn(left.get(0), right.get(0));
        chained(right);
        assertDependent(left.get(2), right.get(1));
        assertDependent(left.get(3), right.get(2));
        assertDependent(left.get(1), right.get(2));
    }

    @Test
    void ringIsGoneRoundOnce() throws SQLException {
        List<Caller> ring = administrators(6);
        chained(ring);
        people.hadAHandIn(ring.get(5), ring.get(0));
        assertDependent(ring.get(0), ring.get(3));
        assertIndependent(ring.get(0), people.administrator());
    }

    /** Who came by an account later could have been in all that it had made before. */
    @Test
    void whatWasDoneFirstDoesNotMatter() throws SQLException {
        List<Caller> chain = administrators(4);
        people.hadAHandIn(chain.get(0), chain.get(1), 1);
        people.hadAHandIn(chain.get(1), chain.get(2), 60);
        people.hadAHandIn(chain.get(2), chain.get(3), 30);
        assertDependent(chain.get(0), chain.get(3));
    }

    @Test
    void chainEndsWhereALinkIsOlderThanNinetyDays() throws SQLException {
        List<Caller> chain = administrators(4);
        people.hadAHandIn(chain.get(0), chain.get(1));
        people.hadAHandIn(chain.get(1), chain.get(2), 91);
        people.hadAHandIn(chain.get(2), chain.get(3));
        assertIndependent(chain.get(0), chain.get(3));
        people.hadAHandIn(chain.get(1), chain.get(2), 89);
        assertDependent(chain.get(0), chain.get(3));
    }

    /** That they have changed the same account says nothing about the two. */
    @Test
    void twoWhoHadAHandInTheSameAccountAreStillTwo() throws SQLException {
        Caller inspector = people.signedIn(Role.INSPECTOR);
        List<Caller> two = administrators(2);
        people.hadAHandIn(two.get(0), inspector);
        people.hadAHandIn(two.get(1), inspector);
        assertIndependent(two.get(0), two.get(1));
    }

    /** Nobody gets hold of an account, or of what it may do, by making it less. */
    @Test
    void takingARoleIsNoHandAndGivingOneIs() throws SQLException {
        Caller one = people.administrator();
        Caller other = people.signedIn(Role.ADMIN, Role.DPO);
        given(one, other, Role.ADMIN);
        assertIndependent(one, other);

        AccountChange proposal = given(one, other, Role.ADMIN, Role.DPO);
        people.consented(people.administrator(), proposal);
        assertDependent(one, other);
    }

    /** Where one has made all, one more who was made in the realm's console is a second for each of them, and time heals the rest. */
    @Test
    void nobodyIsLockedOutForEver() throws SQLException {
        List<Caller> body = administrators(4);
        people.hadAHandIn(body.get(0), body.get(1), 89);
        people.hadAHandIn(body.get(0), body.get(2), 89);
        people.hadAHandIn(body.get(2), body.get(3), 89);
        assertDependent(body.get(0), body.get(3));
        assertDependent(body.get(1), body.get(3));

        Caller fromTheConsole = people.administrator();
        for (Caller each : body) {
            assertIndependent(each, fromTheConsole);
        }
        people.changed(
                "update account_change set ordered_at = ordered_at - interval '2 days' where ordered_by in ('%s', '%s')"
                        .formatted(body.get(0).personId(), body.get(2).personId()));
        assertIndependent(body.get(0), body.get(3));
        assertIndependent(body.get(1), body.get(3));
    }

    /** Carried out at once where nobody has to consent. */
    private AccountChange given(Caller by, Caller account, Role... roles) throws SQLException {
        AccountChange change = portal.get(AccountOrders.class).assign(by, account.personId(), Set.of(roles));
        if (!change.isProposed()) {
            people.changed("update account_change set state = 'DONE', ended_at = now() where id = '%s'"
                    .formatted(change.id()));
            people.changed("update person set roles = '%s' where id = '%s'"
                    .formatted(RoleColumn.names(Set.of(roles)), account.personId()));
        }
        return change;
    }

    private List<Caller> administrators(int count) {
        return Stream.generate(people::administrator).limit(count).toList();
    }

    /** Each has made the next one. */
    private void chained(List<Caller> chain) throws SQLException {
        for (int maker = 0; maker < chain.size() - 1; maker++) {
            people.hadAHandIn(chain.get(maker), chain.get(maker + 1));
        }
    }

    /** Neither consents to what the other proposes, by the portal or by the database alone. */
    private void assertDependent(Caller one, Caller other) {
        assertCannotConsent(one, people.invited(other, Role.DPO));
        assertCannotConsent(other, people.invited(one, Role.DPO));
    }

    private void assertCannotConsent(Caller caller, AccountChange proposal) {
        assertThat(catchThrowableOfType(ProblemException.class, () -> people.consented(caller, proposal)))
                .extracting(ProblemException::problem)
                .isEqualTo(Problem.NOT_INDEPENDENT);
        assertThatThrownBy(() ->
                        portal.as(caller, () -> portal.change(CONSENT.formatted(caller.personId(), proposal.id()))))
                .hasStackTraceContaining("not the caller's to make");
    }

    /** The invitation that is consented to adds nobody who is asked about here. */
    private void assertIndependent(Caller one, Caller other) {
        assertThat(people.consented(one, people.invited(other, Role.DPO)).isProposed())
                .isFalse();
        assertThat(people.consented(other, people.invited(one, Role.DPO)).isProposed())
                .isFalse();
    }
}
