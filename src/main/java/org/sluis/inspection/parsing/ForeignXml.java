package org.sluis.inspection.parsing;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLStreamReader;
import org.sluis.inspection.parsing.Objection.Evidence;

/**
 * XML as somebody's data: nothing in it may be a page, a drawing or a style sheet that a browser would run, nor an office
 * document written as one XML file, which would open by its content. A style sheet may be named that lies beside the file.
 */
final class ForeignXml implements XmlRule {

    private static final Set<String> BROWSERS_LANGUAGES = Set.of(
            "http://www.w3.org/1999/xhtml",
            "http://www.w3.org/2000/svg",
            "http://www.w3.org/1999/XSL/Transform",
            "http://www.w3.org/TR/WD-xsl",
            "http://www.mozilla.org/xbl",
            "http://www.mozilla.org/keymaster/gatekeeper/there.is.only.xul");
    private static final Set<String> ROOTS = Set.of("html", "svg", "stylesheet", "transform");
    private static final Map<String, String> OFFICE_ROOTS = Map.of(
            "urn:oasis:names:tc:opendocument:xmlns:office:1.0 document",
            "application/vnd.oasis.opendocument.text-flat-xml",
            "http://schemas.microsoft.com/office/2006/xmlPackage package",
            "application/vnd.ms-word.flat-opc+xml",
            "http://schemas.microsoft.com/office/word/2003/wordml wordDocument",
            "application/vnd.ms-wordml",
            "urn:schemas-microsoft-com:office:spreadsheet Workbook",
            "application/vnd.ms-spreadsheetml",
            "http://schemas.microsoft.com/visio/2003/core VisioDocument",
            "application/vnd.ms-visio.drawing+xml",
            "urn:schemas-microsoft-com:office:visio VisioDocument",
            "application/vnd.ms-visio.drawing+xml");

    private boolean atRoot = true;

    @Override
    public void start(XMLStreamReader element) {
        String namespace = Objects.requireNonNullElse(element.getNamespaceURI(), "");
        if (BROWSERS_LANGUAGES.contains(namespace) || (atRoot && ROOTS.contains(element.getLocalName()))) {
            throw new Refusal(Rule.WEB_PAGE)
                    .detected(namespace.endsWith("/svg") ? Magic.SVG : Magic.HTML, Evidence.STRUCTURE);
        }
        if (atRoot) {
            Optional.ofNullable(OFFICE_ROOTS.get(namespace + " " + element.getLocalName()))
                    .ifPresent(type -> refuse(type, Evidence.STRUCTURE));
        }
        atRoot = false;
    }

    /** Windows opens XML with whatever program this names. */
    @Override
    public void instruction(String target, String data) {
        if (target.startsWith("mso-")) {
            refuse("application/vnd.ms-" + target.substring("mso-".length()) + "+xml", Evidence.DECLARATION);
        }
        if (target.equals("xml-stylesheet")) {
            new StyleSheetLink(data).mustLieBeside();
        }
    }

    private static void refuse(String type, Evidence how) {
        throw new Refusal(Rule.TYPE_NOT_TAKEN).detected(type, how).expecting(Set.of(MediaTypes.XML));
    }
}
