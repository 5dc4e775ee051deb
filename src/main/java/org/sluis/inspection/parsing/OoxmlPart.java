package org.sluis.inspection.parsing;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamReader;

/**
 * A part of an Office Open XML document. Looks for what fetches or runs without being a macro: fields of Word, formulas
 * and connections of Excel, actions of PowerPoint, old drawings.
 */
final class OoxmlPart implements XmlRule {

    private static final Pattern FETCHING_FORMULA = Pattern.compile("(?i)\\b(webservice|image)\\s*\\(");
    private static final Pattern RUNNING_ACTION = Pattern.compile("(?i)ppaction://(program|macro|ole).*");
    private static final String DATA_MODEL = "Data Model Connection";

    private final WordFields fields = new WordFields();
    private final StringBuilder formula = new StringBuilder();
    private boolean inInstruction;
    private boolean inFormula;

    @Override
    public void start(XMLStreamReader element) {
        switch (element.getLocalName()) {
            case "instrText" -> inInstruction = true;
            case "fldSimple" -> WordFields.check(attribute(element, "instr"));
            case "fldChar" -> fields.mark(attribute(element, "fldCharType"));
            case "f" -> inFormula = true;
            case "ddeLink", "webPr", "olapPr" -> refuse(true);
            case "dbPr" -> refuse(!attribute(element, "connection").contains(DATA_MODEL));
            case "hlinkClick", "hlinkHover", "hlinkMouseOver" ->
                refuse(RUNNING_ACTION.matcher(attribute(element, "action")).matches());
            case "imagedata" ->
                refuse(!Links.isInside(attribute(element, "src")) || !Links.isInside(attribute(element, "href")));
            default -> {
                // All other elements show something.
            }
        }
    }

    @Override
    public void text(String text) {
        if (inInstruction) {
            fields.instruction(text);
        }
        if (inFormula) {
            formula.append(text);
        }
    }

    @Override
    public void end(String localName) {
        if (localName.equals("instrText")) {
            inInstruction = false;
        }
        if (localName.equals("f")) {
            refuse(FETCHING_FORMULA.matcher(formula).find());
            formula.setLength(0);
            inFormula = false;
        }
    }

    /** The attribute in whichever namespace; there is none of the same local name that means something else. */
    private static String attribute(XMLStreamReader element, String name) {
        for (int index = 0; index < element.getAttributeCount(); index++) {
            if (element.getAttributeLocalName(index).toLowerCase(Locale.ROOT).equals(name.toLowerCase(Locale.ROOT))) {
                return Optional.ofNullable(element.getAttributeValue(index)).orElse("");
            }
        }
        return "";
    }

    private static void refuse(boolean active) {
        if (active) {
            throw new Refusal(Rule.FETCHING_FIELD);
        }
    }
}
