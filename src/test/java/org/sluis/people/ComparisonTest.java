package org.sluis.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.sluis.kernel.Role;
import org.sluis.people.Drift.Kind;
import org.sluis.platform.security.Identity;

/** Which differences between accounts and persons are told. */
class ComparisonTest {

    @Test
    void saysNothingWhereBothSidesAgree() {
        assertThat(compared(List.of(account("a", true), account("b", false)), List.of(person("a"), shutOut("b")))
                        .drifts())
                .isEmpty();
    }

    @Test
    void tellsEachKindOfDifference() {
        Comparison found = compared(
                List.of(account("a", true), account("b", true), account("c", false)),
                List.of(shutOut("b"), person("c"), person("d"), shutOut("gone on both sides")));
        assertThat(found.drifts())
                .extracting(drift -> drift.account() + " " + drift.kind())
                .containsExactly(
                        "a ACCOUNT_WITHOUT_PERSON",
                        "b ENABLED_THERE_ONLY",
                        "c ENABLED_HERE_ONLY",
                        "d PERSON_WITHOUT_ACCOUNT");
        assertThat(found.count(Kind.PERSON_WITHOUT_ACCOUNT)).isEqualTo(1);
    }

    private static Comparison compared(List<Account> accounts, List<Person> persons) {
        return Comparison.of(accounts, persons, Instant.EPOCH);
    }

    private static Account account(String subject, boolean enabled) {
        return new Account(
                subject, subject, new AccountLabels("A", "B", "a@b.be", Locale.ENGLISH), enabled, Optional.empty());
    }

    private static Person person(String subject) {
        return new Person(
                new Identity(
                        "issuer",
                        subject,
                        subject,
                        Optional.empty(),
                        Locale.ENGLISH,
                        Optional.empty(),
                        Set.of(Role.CLIENT)),
                null);
    }

    private static Person shutOut(String subject) {
        Person person = person(subject);
        person.shutOut();
        return person;
    }
}
