package org.sluis.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.sluis.accounts.Drift.Kind;
import org.sluis.kernel.Ids;
import org.sluis.kernel.Role;
import org.sluis.people.AccountLabels;
import org.sluis.people.Person;
import org.sluis.platform.security.Identity;

/** Which differences between an account and its person are told. */
class ComparisonTest {

    @Test
    void saysNothingWhereBothSidesAgree() {
        assertThat(Drift.of(account(true), Optional.of(person()))).isEmpty();
        assertThat(Drift.of(account(false), Optional.of(shutOut()))).isEmpty();
    }

    @Test
    void tellsEachKindOfDifference() {
        assertThat(Drift.of(account(true), Optional.empty())).map(Drift::kind).contains(Kind.ACCOUNT_WITHOUT_PERSON);
        assertThat(Drift.of(account(true), Optional.of(shutOut())))
                .map(Drift::kind)
                .contains(Kind.ENABLED_THERE_ONLY);
        assertThat(Drift.of(account(false), Optional.of(person())))
                .map(Drift::kind)
                .contains(Kind.ENABLED_HERE_ONLY);
    }

    private static Account account(boolean enabled) {
        return new Account("a", "a", new AccountLabels("A", "B", "a@b.be", Locale.ENGLISH), enabled, Optional.empty());
    }

    private static Person person() {
        return new Person(
                Ids.next(),
                new Identity(
                        "issuer",
                        "a",
                        "a",
                        Optional.empty(),
                        Locale.ENGLISH,
                        Optional.empty(),
                        Set.of(Role.CLIENT),
                        Instant.now()),
                null);
    }

    private static Person shutOut() {
        Person person = person();
        person.shutOut();
        return person;
    }
}
