package org.sluis.intake;

import java.util.List;
import java.util.Map;
import org.sluis.kernel.ProblemException;

/** A form that cannot be taken, with all that is wrong with it, to be shown to its sender once more. */
final class UnfitForm extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Map<String, String> typed;
    private final transient List<ProblemException> complaints;

    UnfitForm(Map<String, String> typed, List<ProblemException> complaints) {
        super("%d complaints".formatted(complaints.size()));
        this.typed = Map.copyOf(typed);
        this.complaints = List.copyOf(complaints);
    }

    /** What was typed, field by field. */
    Map<String, String> typed() {
        return typed;
    }

    List<ProblemException> complaints() {
        return complaints;
    }
}
