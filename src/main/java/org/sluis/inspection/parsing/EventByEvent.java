package org.sluis.inspection.parsing;

import java.util.Set;
import java.util.function.Consumer;
import javax.xml.stream.XMLStreamReader;

/** A rule that is asked at each event of its own: where administrators have lifted one refusal, what follows still stands. */
record EventByEvent(XmlRule rule, Consumer<Refusal> objections) implements XmlRule {

    private void ask(Runnable question) {
        try {
            question.run();
        } catch (Refusal refusal) {
            objections.accept(refusal);
        }
    }

    @Override
    public void start(XMLStreamReader element) {
        ask(() -> rule.start(element));
    }

    @Override
    public void text(String text) {
        ask(() -> rule.text(text));
    }

    @Override
    public void end(String localName) {
        ask(() -> rule.end(localName));
    }

    @Override
    public void instruction(String target, String data) {
        ask(() -> rule.instruction(target, data));
    }

    @Override
    public Set<String> documentTypes() {
        return rule.documentTypes();
    }

    @Override
    public void finish() {
        ask(rule::finish);
    }
}
