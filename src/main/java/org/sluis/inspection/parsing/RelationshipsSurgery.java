package org.sluis.inspection.parsing;

/**
 * The relationships of one part: those the gate refuses go, and those that lead to a part that is left out.
 *
 * @param source whose they are
 * @param gone learns which went
 */
record RelationshipsSurgery(String source, PackageParts parts, GoneRelationships gone) implements Surgery {

    @Override
    public XmlRule rule() {
        return GateRules.ofRelationships();
    }

    @Override
    public Cut consequence(XmlElement element) {
        boolean leadsNowhere = Relationship.of(element)
                .filter(found -> !found.outside())
                .map(found -> RelationshipPart.target(source, found.target()))
                .filter(parts::isLeftOut)
                .isPresent();
        return leadsNowhere ? Cut.WHOLE : Cut.NONE;
    }

    @Override
    public void went(XmlElement element) {
        Relationship.of(element).ifPresent(gone::add);
    }
}
