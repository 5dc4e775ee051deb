package org.sluis.documents;

import java.util.Optional;
import org.sluis.inspection.parsing.Lift;
import org.sluis.inspection.parsing.Objection;
import org.sluis.inspection.parsing.Rule;

/** What administrators may hold for wrong about exactly these bytes: a scanner's signature, or a rule at one member. */
record Dispute(Optional<String> signature, Optional<Lift> lift) {

    static Dispute of(String signature) {
        return new Dispute(Optional.of(signature), Optional.empty());
    }

    static Dispute of(Objection objection) {
        return new Dispute(Optional.empty(), Optional.of(Lift.of(objection)));
    }

    /** As rows keep it. */
    static Optional<Dispute> of(Optional<String> signature, Optional<String> rule, Optional<String> member) {
        return signature
                .map(Dispute::of)
                .or(() -> rule.flatMap(Rule::named)
                        .map(known -> new Dispute(Optional.empty(), Optional.of(new Lift(known, member)))));
    }

    Optional<String> rule() {
        return lift.map(lifted -> lifted.rule().slug());
    }

    Optional<String> member() {
        return lift.flatMap(Lift::member);
    }
}
