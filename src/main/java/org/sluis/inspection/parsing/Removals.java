package org.sluis.inspection.parsing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Counts what is left out of one copy, and remembers where it was as long as the list stays short. */
final class Removals {

    /** The places that are told; one more line for each rule remains. */
    private static final int PLACES = 30;

    private final Map<Removal, Integer> counts = new LinkedHashMap<>();
    private boolean signatures;

    /** @param member the part it was in */
    void add(Objection objection, Optional<String> member) {
        Optional<String> place = objection.member().or(() -> member);
        count(new Removal(objection.rule(), place, objection.subject(), 1), 1);
    }

    private void count(Removal what, int times) {
        boolean told = counts.containsKey(what) || counts.size() < PLACES;
        Removal line = told ? what : new Removal(what.rule(), Optional.empty(), Optional.empty(), 1);
        counts.merge(line, times, Integer::sum);
    }

    void addAll(Removals more) {
        more.counts.forEach(this::count);
        signatures |= more.signatures;
    }

    /** A digital signature stands for bytes that are no more. */
    void signature() {
        signatures = true;
    }

    boolean loseSignatures() {
        return signatures;
    }

    boolean isEmpty() {
        return counts.isEmpty();
    }

    /** At most {@link Removal#MOST}. */
    List<Removal> told() {
        List<Removal> told = new ArrayList<>();
        counts.forEach((what, times) -> told.add(new Removal(what.rule(), what.member(), what.subject(), times)));
        return told.subList(0, Math.min(told.size(), Removal.MOST));
    }
}
