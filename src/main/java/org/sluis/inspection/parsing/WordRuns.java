package org.sluis.inspection.parsing;

import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamReader;

/** The runs of a Word part as far as fields are made of them: marks, instructions, and what Word reads as text. */
final class WordRuns implements XmlRule {

    private static final Pattern SYMBOL = Pattern.compile("[0-9A-Fa-f]{1,4}");
    private static final int SYMBOLS = 0xF000;
    private static final String BLANK = " ";

    private final FieldPieces fields;
    private boolean inInstruction;
    private boolean inText;

    WordRuns(FieldPieces fields) {
        this.fields = fields;
    }

    @Override
    public void start(XMLStreamReader element) {
        switch (element.getLocalName()) {
            case "instrText", "delInstrText" -> inInstruction = true;
            case "t", "delText" -> inText = true;
            default -> piece(element, fields);
        }
    }

    /** What an element alone brings to a field: a mark, or something that Word reads as text. */
    static void piece(XMLStreamReader element, FieldPieces fields) {
        switch (element.getLocalName()) {
            case "fldChar" -> fields.mark(Attributes.named(element, "fldCharType"));
            case "br", "cr", "ptab" -> fields.shown(BLANK);
            case "tab" -> fields.shown(Attributes.named(element, "val").isEmpty() ? BLANK : "");
            case "sym" -> fields.shown(symbol(Attributes.named(element, "char")));
            default -> {
                // All other elements stand around runs.
            }
        }
    }

    /** Fonts of symbols have their letters in a range of their own. */
    private static String symbol(String code) {
        if (!SYMBOL.matcher(code).matches()) {
            return "";
        }
        int letter = Integer.parseInt(code, 16);
        return String.valueOf((char) (letter >= SYMBOLS && letter <= SYMBOLS + 0xFF ? letter - SYMBOLS : letter));
    }

    @Override
    public void text(String text) {
        if (inInstruction) {
            fields.instruction(text);
        } else if (inText) {
            fields.shown(text);
        }
    }

    @Override
    public void end(String localName) {
        switch (localName) {
            case "instrText", "delInstrText" -> inInstruction = false;
            case "t", "delText" -> inText = false;
            case "p" -> fields.shown(BLANK);
            default -> {
                // All other elements stand around runs.
            }
        }
    }
}
