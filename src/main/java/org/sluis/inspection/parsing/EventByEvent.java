package org.sluis.inspection.parsing;

import java.util.Set;
import java.util.function.Consumer;
import javax.xml.stream.XMLStreamReader;

/** A rule that is asked at each event of its own: where administrators have lifted one refusal, what follows still stands. */
final class EventByEvent implements XmlRule {

    private final XmlRule rule;
    private final Questions questions = new Questions();

    /** @param objections throws what is not lifted */
    EventByEvent(XmlRule rule, Consumer<Refusal> objections) {
        this.rule = rule;
        questions.objectTo(objections);
    }

    @Override
    public void start(XMLStreamReader element) {
        questions.ask(() -> rule.start(element));
    }

    @Override
    public void text(String text) {
        questions.ask(() -> rule.text(text));
    }

    @Override
    public void end(String localName) {
        questions.ask(() -> rule.end(localName));
    }

    @Override
    public void instruction(String target, String data) {
        questions.ask(() -> rule.instruction(target, data));
    }

    @Override
    public Set<String> documentTypes() {
        return rule.documentTypes();
    }

    @Override
    public void finish() {
        questions.ask(rule::finish);
    }
}
