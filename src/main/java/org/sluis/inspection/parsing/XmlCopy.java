package org.sluis.inspection.parsing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Optional;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;
import org.sluis.inspection.parsing.Surgery.Cut;

/**
 * One XML part, copied without what the gate's rule for it refuses. The rule is asked about every element and every text as
 * it will be in the copy, so that copy and gate cannot disagree. An element is written when it is known that something of
 * it remains.
 */
final class XmlCopy {

    private static final XMLOutputFactory WRITERS = XMLOutputFactory.newDefaultFactory();
    private static final int MAX_WAITING_TEXT = 64 * 1024;

    private final Surgery surgery;
    private final Removals removals;
    private final Optional<String> member;
    private final Deque<Open> open = new ArrayDeque<>();
    private XmlRule rule;
    private int elements;
    private int cutDepth;
    private boolean changed;

    XmlCopy(Surgery surgery, Removals removals, String member) {
        this.surgery = surgery;
        this.removals = removals;
        this.member = Optional.of(member);
        this.rule = surgery.rule();
    }

    /** An element that began and has not ended. */
    private static final class Open {

        private final XmlElement element;
        private final boolean shellCut;
        private final StringBuilder waiting = new StringBuilder();
        private int asked;
        private boolean written;
        private boolean poorer;

        Open(XmlElement element, boolean shellCut) {
            this.element = element;
            this.shellCut = shellCut;
            this.written = shellCut;
        }

        /** The waiting text the rule has not heard yet. */
        String toAsk() {
            String unheard = waiting.substring(asked);
            asked = waiting.length();
            return unheard;
        }
    }

    /**
     * @return whether the copy differs from the part
     * @throws Refusal where something is refused that cannot be left out
     * @throws IOException where the part is no XML
     */
    boolean copy(InputStream part, OutputStream target) throws IOException {
        try {
            XMLStreamWriter writer = WRITERS.createXMLStreamWriter(target, "UTF-8");
            writer.writeStartDocument("UTF-8", "1.0");
            XMLStreamReader reader = SafeXml.reader(part, rule.documentTypes());
            while (reader.hasNext()) {
                event(reader.next(), reader, writer);
            }
            rule.finish();
            writer.writeEndDocument();
            writer.flush();
            return changed;
        } catch (XMLStreamException malformed) {
            throw malformed.getNestedException() instanceof IOException cut ? cut : new IOException(malformed);
        }
    }

    private void event(int kind, XMLStreamReader reader, XMLStreamWriter writer) throws XMLStreamException {
        switch (kind) {
            case XMLStreamConstants.START_ELEMENT -> {
                elements++;
                if (cutDepth > 0) {
                    cutDepth++;
                } else {
                    start(XmlElement.at(reader, elements));
                }
            }
            case XMLStreamConstants.END_ELEMENT -> {
                if (cutDepth > 0) {
                    cutDepth--;
                } else {
                    end(writer);
                }
            }
            case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                if (cutDepth == 0 && !open.isEmpty()) {
                    text(reader.getText(), writer);
                }
            }
            case XMLStreamConstants.PROCESSING_INSTRUCTION -> {
                if (cutDepth == 0) {
                    instruction(reader, writer);
                }
            }
            case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE -> throw new Refusal(Rule.DOCUMENT_TYPE);
            default -> {
                // Comments say nothing.
            }
        }
    }

    private void start(XmlElement read) {
        Refusal.unless(open.size() < SafeXml.MAX_DEPTH, Rule.NESTING);
        if (!open.isEmpty()) {
            rule.text(open.element().toAsk());
        }
        Cut consequence = surgery.consequence(read);
        XmlElement element = read.without(attribute -> surgery.isConsequence(read, attribute));
        changed |= element.getAttributeCount() < read.getAttributeCount();
        if (consequence != Cut.NONE) {
            cut(element, consequence);
            return;
        }
        Optional<Objection> objection = objection(element);
        if (objection.isEmpty()) {
            open.push(new Open(element, false));
            return;
        }
        removals.add(objection.get(), member);
        XmlElement rest = element.without(attribute -> surgery.isSpare(element, attribute));
        if (rest.getAttributeCount() < element.getAttributeCount()
                && objection(rest).isEmpty()) {
            changed = true;
            open.push(new Open(rest, false));
            return;
        }
        if (open.isEmpty()) {
            throw new Refusal(objection.get());
        }
        cut(element, surgery.refused(element));
    }

    private void cut(XmlElement element, Cut how) {
        changed = true;
        surgery.went(element);
        if (how == Cut.SHELL) {
            open.push(new Open(element, true));
            return;
        }
        cutDepth = 1;
        open.element().poorer = true;
    }

    /** What the gate has against the element at this place. */
    private Optional<Objection> objection(XmlElement element) {
        return objection(() -> rule.start(element));
    }

    private Optional<Objection> objection(Runnable question) {
        try {
            question.run();
            return Optional.empty();
        } catch (Refusal refusal) {
            if (!Removable.fromOffice(refusal.objection())) {
                throw refusal;
            }
            askAnew();
            return Optional.of(refusal.objection());
        }
    }

    /** A rule that has refused is used up; another one is led to the same place. */
    private void askAnew() {
        rule = surgery.rule();
        for (Iterator<Open> outermost = open.descendingIterator(); outermost.hasNext(); ) {
            Open ancestor = outermost.next();
            if (!ancestor.shellCut) {
                rule.start(ancestor.element);
            }
        }
    }

    private void text(String text, XMLStreamWriter writer) throws XMLStreamException {
        Open innermost = open.element();
        if (innermost.written || innermost.waiting.length() + text.length() > MAX_WAITING_TEXT) {
            rule.text(innermost.toAsk() + text);
            writeOpen(writer);
            writeText(text, writer);
        } else {
            innermost.waiting.append(text);
        }
    }

    private void instruction(XMLStreamReader reader, XMLStreamWriter writer) throws XMLStreamException {
        String target = reader.getPITarget();
        String data = Optional.ofNullable(reader.getPIData()).orElse("");
        Optional<Objection> objection = objection(() -> rule.instruction(target, data));
        if (objection.isPresent()) {
            changed = true;
            removals.add(objection.get(), member);
            return;
        }
        writeOpen(writer);
        writer.writeProcessingInstruction(target, data);
    }

    private void end(XMLStreamWriter writer) throws XMLStreamException {
        Open ended = open.element();
        boolean remains = ended.written || settle(ended);
        if (remains && !ended.shellCut) {
            if (ended.written) {
                rule.end(ended.element.getLocalName());
            }
            writeOpen(writer);
            writer.writeEndElement();
        }
        open.pop();
        if (!remains && !open.isEmpty()) {
            open.element().poorer = true;
        }
    }

    /** Decides on an element of which nothing was written yet: it holds text at most. */
    private boolean settle(Open ended) {
        XmlElement element = ended.element;
        if (ended.poorer && surgery.isMereContainer(element)) {
            askAnewWithout(ended);
            return false;
        }
        String text = ended.waiting.toString();
        Optional<Objection> objection = objection(() -> {
            rule.text(ended.toAsk());
            rule.end(element.getLocalName());
        });
        objection.ifPresent(found -> removals.add(found, member));
        Optional<String> settled = surgery.text(element, text, objection.isPresent());
        ended.waiting.setLength(0);
        ended.waiting.append(settled.orElse(""));
        if (settled.isEmpty()) {
            surgery.went(element);
            askAnewWithout(ended);
        } else if (objection.isPresent()) {
            rule.end(element.getLocalName());
        }
        changed |= !settled.equals(Optional.of(text));
        return settled.isPresent();
    }

    private void askAnewWithout(Open gone) {
        open.pop();
        askAnew();
        open.push(gone);
        changed = true;
    }

    /** Writes what has waited, from the outermost element on. */
    private void writeOpen(XMLStreamWriter writer) throws XMLStreamException {
        for (Iterator<Open> outermost = open.descendingIterator(); outermost.hasNext(); ) {
            Open waiting = outermost.next();
            if (!waiting.written) {
                waiting.written = true;
                waiting.element.writeStart(writer);
                writeText(waiting.waiting.toString(), writer);
                waiting.waiting.setLength(0);
                waiting.asked = 0;
            }
        }
    }

    /** A carriage return is written by its number; as itself the next reader would take it for a line end. */
    private static void writeText(String text, XMLStreamWriter writer) throws XMLStreamException {
        int from = 0;
        for (int at = text.indexOf('\r'); at >= 0; at = text.indexOf('\r', from)) {
            writer.writeCharacters(text.substring(from, at));
            writer.writeEntityRef("#13");
            from = at + 1;
        }
        writer.writeCharacters(text.substring(from));
    }
}
