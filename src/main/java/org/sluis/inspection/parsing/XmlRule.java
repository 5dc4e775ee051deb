package org.sluis.inspection.parsing;

import java.util.Set;
import javax.xml.stream.XMLStreamReader;

/** What is looked at while a piece of XML is read; refuses by throwing. */
interface XmlRule {

    /** At the start of each element, where names and attributes can be read. */
    default void start(XMLStreamReader element) {}

    /** At text within an element; long text comes in pieces. */
    default void text(String text) {}

    default void end(String localName) {}

    /** At a processing instruction. */
    default void instruction(String target) {}

    /** At a processing instruction, with what it says. */
    default void instruction(String target, String data) {
        instruction(target);
    }

    /** The document types that are passed over where they declare nothing; all others are refused. */
    default Set<String> documentTypes() {
        return Set.of();
    }

    /** When all has been read. */
    default void finish() {}
}
