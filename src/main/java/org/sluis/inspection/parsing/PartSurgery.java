package org.sluis.inspection.parsing;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.sluis.inspection.parsing.XmlElement.Attribute;

/** A part of an Office Open XML document: what refers to a link that went goes along, a formula that fetches leaves its value. */
final class PartSurgery implements Surgery {

    private static final String LOST_REFERENCE = "#REF!";
    private static final Set<String> AROUND_TEXT = Set.of("hyperlink", "fldSimple", "a");
    /** They show a picture that may also be inside; without any they are an empty frame. */
    private static final Set<String> PICTURES = Set.of("blip", "imagedata", "fill", "stroke");

    private static final Set<String> CONTAINERS = Set.of(
            "hyperlinks",
            "externalReferences",
            "oleObjects",
            "controls",
            "connections",
            "queryTableParts",
            "Choice",
            "Fallback",
            "AlternateContent",
            "ext",
            "extLst");
    private static final Set<String> OF_QUERIES = Set.of("tableType", "queryTableFieldId", "connectionId");
    /** A number in brackets before a sheet name; in a structured reference a table's name or another bracket stands before. */
    private static final Pattern EXTERNAL_WORKBOOK = Pattern.compile("(?<![\\p{L}\\p{N}_.\\[\\]])\\[\\d+]");

    private final Supplier<XmlRule> rules;
    private final String name;
    private final GoneRelationships gone;
    private final Set<Integer> fieldCuts;
    private final boolean unlinked;
    private final Runnable valued;
    private final Removals removals;
    private final Set<String> sharedGone = new HashSet<>();

    /**
     * @param rules the gate's for this part, each not yet used
     * @param fieldCuts numbers of elements that belong to fields that fetch
     * @param unlinked whether the workbooks that formulas may refer to are left out
     * @param valued is told when a formula was replaced by its value
     * @param removals learns what goes without the gate's rule being asked
     */
    PartSurgery(
            Supplier<XmlRule> rules,
            String name,
            GoneRelationships gone,
            Set<Integer> fieldCuts,
            boolean unlinked,
            Runnable valued,
            Removals removals) {
        this.rules = rules;
        this.name = name;
        this.gone = gone;
        this.fieldCuts = fieldCuts;
        this.unlinked = unlinked;
        this.valued = valued;
        this.removals = removals;
    }

    @Override
    public XmlRule rule() {
        return rules.get();
    }

    @Override
    public Cut consequence(XmlElement element) {
        boolean mailMerge = element.getLocalName().equals("mailMerge")
                && (gone.hasKind("mailmergesource") || gone.hasKind("mailmergeheadersource"));
        boolean shared = isCellFormula(element)
                && element.attribute("si").filter(sharedGone::contains).isPresent();
        if (fieldCuts.contains(element.number()) || mailMerge || shared) {
            return Cut.WHOLE;
        }
        boolean refers = !PICTURES.contains(element.getLocalName())
                && element.attributes().stream().anyMatch(this::refersToGone);
        return refers ? refused(element) : Cut.NONE;
    }

    private boolean refersToGone(Attribute attribute) {
        String namespace = attribute.name().getNamespaceURI();
        boolean reference =
                namespace.endsWith("/relationships") || attribute.localName().equals("relid");
        return reference && gone.has(attribute.value());
    }

    @Override
    public boolean isConsequence(XmlElement element, Attribute attribute) {
        boolean ofQuery = OF_QUERIES.contains(attribute.localName()) && gone.hasKind("querytable");
        return ofQuery || (refersToGone(attribute) && PICTURES.contains(element.getLocalName()));
    }

    @Override
    public boolean isSpare(XmlElement element, Attribute attribute) {
        String attributeName = attribute.localName();
        boolean picture = PICTURES.contains(element.getLocalName())
                && (attributeName.equals("src") || attributeName.equals("href") || attributeName.equals("althref"));
        return picture || attributeName.equals(PackedDrawings.ATTRIBUTE) || SvgSpares.isSpare(element, attribute);
    }

    @Override
    public Cut refused(XmlElement element) {
        return AROUND_TEXT.contains(element.getLocalName()) ? Cut.SHELL : Cut.WHOLE;
    }

    @Override
    public boolean isMereContainer(XmlElement element) {
        return CONTAINERS.contains(element.getLocalName());
    }

    @Override
    public Optional<String> text(XmlElement element, String text, boolean refused) {
        boolean lost = unlinked
                && isFormula(element)
                && EXTERNAL_WORKBOOK.matcher(text).find();
        if (lost) {
            removals.add(Objection.of(Rule.REMOTE_WORKBOOK).naming(text), Optional.of(name));
        }
        if (!refused && !lost) {
            return Optional.of(text);
        }
        boolean needsFormula = isFormula(element) && !isCellFormula(element);
        return needsFormula ? Optional.of(LOST_REFERENCE) : Optional.empty();
    }

    private static boolean isFormula(XmlElement element) {
        String local = element.getLocalName();
        return local.equals("f") || local.equals("definedName") || local.startsWith("formula");
    }

    private static boolean isCellFormula(XmlElement element) {
        return element.getLocalName().equals("f") && element.getNamespaceURI().contains("spreadsheetml");
    }

    @Override
    public void went(XmlElement element) {
        if (isCellFormula(element)) {
            element.attribute("si").ifPresent(sharedGone::add);
            valued.run();
        }
    }
}
