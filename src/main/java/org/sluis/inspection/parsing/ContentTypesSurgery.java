package org.sluis.inspection.parsing;

import org.sluis.inspection.parsing.XmlElement.Attribute;

/** {@code [Content_Types].xml} of a copy: it declares no part that is left out. */
record ContentTypesSurgery(PackageParts parts) implements Surgery {

    @Override
    public XmlRule rule() {
        return GateRules.ofContentTypes();
    }

    @Override
    public Cut consequence(XmlElement element) {
        boolean declaresNothing = element.attribute("PartName")
                .map(part -> part.startsWith("/") ? part.substring(1) : part)
                .filter(parts::isLeftOut)
                .isPresent();
        return declaresNothing ? Cut.WHOLE : Cut.NONE;
    }

    @Override
    public boolean isSpare(XmlElement element, Attribute attribute) {
        return false;
    }

    @Override
    public Cut refused(XmlElement element) {
        return Cut.WHOLE;
    }
}
