package org.sluis.people;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All differences found at one moment, in the order of the accounts. */
record Comparison(Instant at, List<Drift> drifts) {

    Comparison {
        drifts = drifts.stream().sorted(Comparator.comparing(Drift::account)).toList();
    }

    static Comparison of(List<Account> accounts, List<Person> persons, Instant at) {
        Map<String, Account> left = new HashMap<>();
        accounts.forEach(account -> left.put(account.subject(), account));
        List<Drift> drifts = new ArrayList<>();
        for (Person person : persons) {
            Drift.between(person, Optional.ofNullable(left.remove(person.subject())))
                    .ifPresent(drifts::add);
        }
        left.values().forEach(account -> drifts.add(Drift.withoutPerson(account)));
        return new Comparison(at, drifts);
    }

    long count(Drift.Kind kind) {
        return drifts.stream().filter(drift -> drift.kind() == kind).count();
    }
}
