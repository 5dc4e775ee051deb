package org.sluis.documents;

import java.util.Optional;
import org.sluis.inspection.parsing.Lift;
import org.sluis.inspection.parsing.Objection;
import org.sluis.inspection.parsing.Rule;

/** What administrators may hold for wrong about exactly these bytes: a scanner's signature, or a rule at one member. */
public record Dispute(Optional<String> signature, Optional<Lift> lift) {

    public static Dispute of(String signature) {
        return new Dispute(Optional.of(signature), Optional.empty());
    }

    public static Dispute of(Objection objection) {
        return new Dispute(Optional.empty(), Optional.of(Lift.of(objection)));
    }

    /** As rows keep it. */
    public static Optional<Dispute> of(Optional<String> signature, Optional<String> rule, Optional<String> member) {
        return signature
                .map(Dispute::of)
                .or(() -> rule.flatMap(Rule::named)
                        .map(known -> new Dispute(Optional.empty(), Optional.of(new Lift(known, member)))));
    }

    public Optional<String> rule() {
        return lift.map(lifted -> lifted.rule().slug());
    }

    public Optional<String> member() {
        return lift.flatMap(Lift::member);
    }
}
