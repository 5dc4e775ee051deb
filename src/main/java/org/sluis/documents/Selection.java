package org.sluis.documents;

import com.fasterxml.jackson.databind.node.TextNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.sluis.kernel.Caller;
import org.sluis.kernel.Problem;
import org.sluis.kernel.ProblemException;
import org.sluis.platform.rest.EntityTags;

/**
 * The same act on each of several documents, each in a transaction and an entry of the trail of its own: what can be done
 * is done, and what cannot is left with its reason.
 */
@ApplicationScoped
class Selection {

    @Inject
    Amendments amendments;

    @Inject
    Erasure erasure;

    /** What came of it. */
    record Outcome(List<UUID> done, Map<UUID, Problem> left) {}

    /** Gives each that is still as it was seen that category. */
    Outcome recategorise(Caller administrator, SelectionForm form) {
        AmendmentRequest wanted = new AmendmentRequest(null, null, TextNode.valueOf(form.category()));
        return each(form, (id, seen) -> amendments.amend(administrator, id, wanted, Optional.of(seen)));
    }

    /** Erases each that is still as it was seen. */
    Outcome erase(Caller administrator, SelectionForm form) {
        Optional<String> reason = Optional.of(form.why());
        return each(form, (id, seen) -> erasure.erase(administrator, id, Optional.of(seen), reason));
    }

    static Outcome each(SelectionForm form, BiConsumer<UUID, EntityTags> act) {
        List<UUID> done = new ArrayList<>();
        Map<UUID, Problem> left = new LinkedHashMap<>();
        form.documents().forEach((id, seen) -> {
            try {
                act.accept(id, seen);
                done.add(id);
            } catch (ProblemException refusal) {
                left.put(id, refusal.problem());
            }
        });
        return new Outcome(done, left);
    }
}
