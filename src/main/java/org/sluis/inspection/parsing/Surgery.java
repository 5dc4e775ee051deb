package org.sluis.inspection.parsing;

import java.util.Optional;
import org.sluis.inspection.parsing.XmlElement.Attribute;

/**
 * How one part is cut so that the gate has nothing against it and the programs of its format still open it. What is cut is
 * decided by the gate's own rule; this says how, and what has to go along with it.
 */
interface Surgery {

    /** What becomes of an element. */
    enum Cut {
        NONE,
        /** Its content stays, without it. */
        SHELL,
        /** It goes with all that is in it. */
        WHOLE
    }

    /** The gate's rule for this part, not yet used. */
    XmlRule rule();

    /** What must go although the gate says nothing: it belongs to something that went. */
    Cut consequence(XmlElement element);

    /** Whether the attribute must go along with something that went. */
    default boolean isConsequence(XmlElement element, Attribute attribute) {
        return false;
    }

    /** Whether the element keeps its sense without the attribute that the gate may have refused. */
    default boolean isSpare(XmlElement element, Attribute attribute) {
        return false;
    }

    /** How an element goes that the gate refuses. */
    default Cut refused(XmlElement element) {
        return Cut.WHOLE;
    }

    /** What becomes of the text of an element that holds nothing else; none where the element goes. */
    default Optional<String> text(XmlElement element, String text, boolean refused) {
        return refused ? Optional.empty() : Optional.of(text);
    }

    /** Whether it must not stay when all that was in it went. */
    default boolean isMereContainer(XmlElement element) {
        return false;
    }

    /** Something went by the gate's word or as a consequence. */
    default void went(XmlElement element) {}
}
