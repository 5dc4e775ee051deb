package org.sluis.inspection.parsing;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLStreamReader;

/**
 * The alternatives in a part (ISO/IEC 29500-3, 7.6), of which each program reads the one that it understands. Here all are
 * read; therefore none may change the fields that began outside it.
 */
final class Alternatives {

    private static final String COMPATIBILITY = "markup-compatibility";
    private static final Set<String> BRANCHES = Set.of("Choice", "Fallback");

    private final WordFields fields;
    /** From the outermost element to the one that is read: for a branch, how the fields were where it began. */
    private final Deque<Optional<WordFields.State>> elements = new ArrayDeque<>();

    Alternatives(WordFields fields) {
        this.fields = fields;
    }

    void start(XMLStreamReader element, String namespace) {
        boolean branch = namespace.contains(COMPATIBILITY) && BRANCHES.contains(element.getLocalName());
        elements.push(branch ? Optional.of(fields.state()) : Optional.empty());
    }

    /** @throws Refusal where the fields outside the branch that ends are others than before it */
    void end() {
        elements.pop().filter(before -> !before.equals(fields.state())).ifPresent(before -> {
            throw new Refusal(Rule.VARIANT).naming("AlternateContent");
        });
    }
}
