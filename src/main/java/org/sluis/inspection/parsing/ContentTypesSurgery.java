package org.sluis.inspection.parsing;

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
}
