package org.sluis.inspection.parsing;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javax.xml.stream.XMLStreamReader;

/**
 * Finds what has to go of the fields of a Word part so that their last results stay as plain text: marks and instructions of
 * each field that {@link WordFields} refuses, with all that lies in its instruction.
 */
final class WordFieldCuts implements XmlRule, FieldPieces {

    private static final Set<String> IN_RUNS = Set.of("t", "delText", "instrText", "delInstrText", "sym");

    private final Removals removals;
    private final String member;
    private final WordRuns runs = new WordRuns(this);
    private final Set<Integer> cuts = new HashSet<>();
    private final Deque<Field> open = new ArrayDeque<>();
    private int number;

    WordFieldCuts(Removals removals, String member) {
        this.removals = removals;
        this.member = member;
    }

    private static final class Field {
        /** What its instruction is put together from, as the gate hears it. */
        private final List<Consumer<FieldPieces>> instruction = new ArrayList<>();

        private final List<Integer> own = new ArrayList<>();
        private boolean inResult;
        private boolean refused;
    }

    /** The numbers of the elements to leave out. */
    Set<Integer> cuts() {
        return cuts;
    }

    @Override
    public void start(XMLStreamReader element) {
        number++;
        runs.start(element);
        if (IN_RUNS.contains(element.getLocalName())) {
            open.stream().filter(field -> !field.inResult).findFirst().ifPresent(field -> field.own.add(number));
        }
    }

    @Override
    public void mark(String kind) {
        if (kind.equals("begin")) {
            Refusal.unless(open.size() < SafeXml.MAX_DEPTH, Rule.NESTING);
            Optional.ofNullable(open.peek())
                    .filter(around -> !around.inResult)
                    .ifPresent(around -> around.instruction.add(WordFieldCuts::fieldWithin));
            open.push(new Field());
        }
        if (open.isEmpty()) {
            return;
        }
        Field innermost = open.element();
        innermost.own.add(number);
        if (kind.equals("separate") || kind.equals("end")) {
            decide(innermost);
            innermost.inResult = true;
        }
        if (kind.equals("end")) {
            end(open.pop());
        }
    }

    /** Another field that writes a part of the instruction. */
    private static void fieldWithin(FieldPieces gate) {
        gate.mark("begin");
        gate.mark("end");
    }

    @Override
    public void instruction(String text) {
        if (!open.isEmpty()) {
            open.element().instruction.add(gate -> gate.instruction(text));
        }
    }

    @Override
    public void shown(String text) {
        if (!open.isEmpty() && !open.element().inResult) {
            open.element().instruction.add(gate -> gate.shown(text));
        }
    }

    private void decide(Field innermost) {
        if (innermost.refused) {
            return;
        }
        WordFields gate = GateRules.ofFields();
        try {
            for (Iterator<Field> outermost = open.descendingIterator(); outermost.hasNext(); ) {
                gate.mark("begin");
                outermost.next().instruction.forEach(piece -> piece.accept(gate));
            }
            gate.mark("separate");
        } catch (Refusal refusal) {
            if (!Removable.fromOffice(refusal.objection())) {
                throw refusal;
            }
            innermost.refused = true;
            removals.add(refusal.objection(), Optional.of(member));
        }
    }

    private void end(Field field) {
        if (field.refused) {
            cuts.addAll(field.own);
        }
        Field around = open.peek();
        if (around != null && !around.inResult) {
            around.own.addAll(field.own);
        }
    }

    @Override
    public void text(String text) {
        runs.text(text);
    }

    @Override
    public void end(String localName) {
        runs.end(localName);
    }

    /** Fields that never ended. */
    @Override
    public void finish() {
        while (!open.isEmpty()) {
            decide(open.element());
            end(open.pop());
        }
    }
}
