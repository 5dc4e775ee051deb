package org.sluis.inspection.parsing;

import java.util.Locale;
import java.util.Set;
import org.sluis.inspection.parsing.XmlElement.Attribute;

/** How an OpenDocument is cut: text of links and last results of formulas stay, frames whose content went stay empty. */
final class OdfSurgery implements PackageSurgery {

    private static final Set<String> ESSENTIAL =
            Set.of("mimetype", "meta-inf/manifest.xml", "content.xml", "styles.xml", "settings.xml", "meta.xml");

    private final PackageParts parts;

    OdfSurgery(PackageParts parts) {
        this.parts = parts;
    }

    @Override
    public void plan(Trial trial) {
        for (ZipMember member : parts.staying()) {
            if (member.name().toLowerCase(Locale.ROOT).matches("meta-inf/.*signatures.*\\.xml")) {
                Removals lost = new Removals();
                lost.signature();
                parts.leaveOut(member.name(), lost);
            }
        }
    }

    @Override
    public boolean canSpare(String name) {
        return !ESSENTIAL.contains(name.toLowerCase(Locale.ROOT));
    }

    @Override
    public Surgery of(String name, Removals removals) {
        return new OfFile(name);
    }

    private final class OfFile implements Surgery {

        private final String name;

        OfFile(String name) {
            this.name = name;
        }

        @Override
        public XmlRule rule() {
            return GateRules.ofOpenDocument(name);
        }

        @Override
        public Cut consequence(XmlElement element) {
            boolean entry = element.getLocalName().equals("file-entry")
                    && element.attribute("full-path").filter(parts::isLeftOut).isPresent();
            return entry || element.attribute("href").filter(this::isLeftOut).isPresent() ? Cut.WHOLE : Cut.NONE;
        }

        private boolean isLeftOut(String address) {
            return parts.isLeftOut(address.startsWith("./") ? address.substring(2) : address);
        }

        @Override
        public boolean isSpare(XmlElement element, Attribute attribute) {
            String attributeName = attribute.localName().toLowerCase(Locale.ROOT);
            boolean form = element.getNamespaceURI().contains(":form:") && attributeName.equals("href");
            return form || attributeName.equals("formula") || SvgSpares.isSpare(element, attribute);
        }

        @Override
        public Cut refused(XmlElement element) {
            return element.getLocalName().equals("a") ? Cut.SHELL : Cut.WHOLE;
        }
    }
}
