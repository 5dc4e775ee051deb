package org.sluis.inspection.parsing;

import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamReader;

/**
 * The text of an office document: of a text its paragraphs, heads, feet and notes, of a presentation its slides and notes, of a
 * workbook the words in its cells, not their numbers, which stand there otherwise than they are shown.
 */
final class OfficeText implements XmlRule {

    private static final Pattern OOXML_PARTS =
            Pattern.compile("(?i)(word/(document|header|footer|footnotes|endnotes|comments)\\d*"
                    + "|ppt/(slides/slide|notesslides/notesslide)\\d+|xl/(sharedstrings|worksheets/sheet\\d+))\\.xml");
    private static final Pattern ODF_PARTS = Pattern.compile("content\\.xml");

    /** After these a new word begins; within them one may be cut into runs that look different. */
    private static final Set<String> ENDING = Set.of(
            "p", "h", "tc", "tr", "si", "is", "br", "cr", "tab", "s", "line-break", "table-cell", "list-item", "body");

    private final boolean odf;
    private final int most;
    private final StringBuilder text = new StringBuilder();
    private boolean within;

    /** @param odf whether all text in it is to be read, and not the text of runs alone */
    OfficeText(boolean odf, int most) {
        this.odf = odf;
        this.most = most;
        this.within = odf;
    }

    String of(Bytes file, Meter meter) throws IOException {
        Pattern parts = odf ? ODF_PARTS : OOXML_PARTS;
        for (ZipMember member : ZipDirectory.read(file, meter)) {
            if (text.length() < most && parts.matcher(member.name()).matches()) {
                meter.expanded(member.size());
                try (InputStream content = new ExpandedMember(file, member)) {
                    SafeXml.read(content, this);
                }
                text.append(' ');
            }
        }
        return text.toString();
    }

    @Override
    public void start(XMLStreamReader element) {
        within = odf || element.getLocalName().equals("t");
    }

    @Override
    public void text(String piece) {
        if (within && text.length() < most) {
            text.append(piece);
        }
    }

    @Override
    public void end(String localName) {
        within = odf;
        if (ENDING.contains(localName)) {
            text.append(' ');
        }
    }
}
