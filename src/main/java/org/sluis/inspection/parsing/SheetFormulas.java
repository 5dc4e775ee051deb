package org.sluis.inspection.parsing;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamReader;

/** The formulas in a part, wherever a spreadsheet or chart has them, and in which cell each stands. */
final class SheetFormulas {

    private static final int MAX_CHARACTERS = 100_000;
    private static final Pattern ELEMENT =
            Pattern.compile("f|formula\\d?|oldformula|definedname|calculatedcolumnformula|totalsrowformula|fmla.*");
    private static final Pattern ATTRIBUTE = Pattern.compile("formula|fmla.*|textlink");

    /** Each element's own text, from the formula inwards: some programs pass over elements within. */
    private final Deque<StringBuilder> own = new ArrayDeque<>();

    private final StringBuilder formula = new StringBuilder();
    private String place = "";

    void start(XMLStreamReader element) {
        String name = element.getLocalName().toLowerCase(Locale.ROOT);
        boolean begins = ELEMENT.matcher(name).matches() && !isMathematics(element);
        if (begins || !own.isEmpty()) {
            own.push(new StringBuilder());
        }
        for (int index = 0; index < element.getAttributeCount(); index++) {
            attribute(
                    name,
                    element.getAttributeLocalName(index).toLowerCase(Locale.ROOT),
                    element.getAttributeValue(index));
        }
    }

    private void attribute(String element, String name, String value) {
        if (ATTRIBUTE.matcher(name).matches()) {
            Formulas.check(value);
        }
        if (element.equals("c") && name.equals("r")) {
            place = "cell " + value;
        }
        if (name.equals("sqref")) {
            place = "cells " + value;
        }
        if (element.equals("definedname") && name.equals("name")) {
            place = "name " + value;
        }
    }

    /** A fraction is written with the same letter. */
    private static boolean isMathematics(XMLStreamReader element) {
        return Optional.ofNullable(element.getNamespaceURI()).orElse("").endsWith("/math");
    }

    void text(String text) {
        if (!own.isEmpty()) {
            own.element().append(text);
            formula.append(text);
            Refusal.unless(formula.length() <= MAX_CHARACTERS, Rule.STRUCTURE_SIZE);
        }
    }

    void end() {
        if (own.isEmpty()) {
            return;
        }
        String text = own.pop().toString();
        String whole = formula.toString();
        if (own.isEmpty()) {
            formula.setLength(0);
            Formulas.check(whole);
        }
        Formulas.check(text);
    }

    /** The cell, range or name that was read last. */
    Optional<String> place() {
        return Optional.of(place).filter(known -> !known.isEmpty());
    }
}
