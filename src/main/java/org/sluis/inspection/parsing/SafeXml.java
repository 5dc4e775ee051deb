package org.sluis.inspection.parsing;

import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.io.input.CloseShieldInputStream;

/**
 * The one way XML is read here: as a stream, without document types, entities or anything from outside (ASVS 1.5.1), to
 * a bounded depth.
 */
final class SafeXml {

    static final int MAX_DEPTH = 500;
    private static final Pattern ENCODING = Pattern.compile(
            "(?i)utf-?(8|16(le|be)?)|us-ascii|ascii|iso-?8859-?\\d+"
                    + "|latin1|(windows|cp)-?125\\d|koi8-[ru]|(ibm|cp)(437|8[56]\\d)|macintosh|gb2312|gbk|gb18030|big5|shift_jis|euc-(jp|kr)");
    private static final XMLInputFactory FACTORY = factory();

    private SafeXml() {}

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_VALIDATING, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("nothing is fetched");
        });
        return factory;
    }

    /**
     * A reader at the beginning of the content; whoever uses it refuses document types and too much depth.
     *
     * @param documentTypes that are passed over
     */
    static XMLStreamReader reader(InputStream content, Set<String> documentTypes)
            throws IOException, XMLStreamException {
        InputStream read = new SkippedDocumentType(documentTypes).blanked(content);
        XMLStreamReader reader = FACTORY.createXMLStreamReader(CloseShieldInputStream.wrap(read));
        checkEncoding(reader);
        return reader;
    }

    /** @throws Refusal where it is not well-formed, has a document type, or breaks the rule */
    static void read(InputStream content, XmlRule rule) throws IOException {
        try {
            XMLStreamReader reader = reader(content, rule.documentTypes());
            int depth = 0;
            while (reader.hasNext()) {
                switch (reader.next()) {
                    case XMLStreamConstants.START_ELEMENT -> {
                        if (++depth > MAX_DEPTH) {
                            throw new Refusal(Rule.NESTING);
                        }
                        rule.start(reader);
                    }
                    case XMLStreamConstants.END_ELEMENT -> {
                        depth--;
                        rule.end(reader.getLocalName());
                    }
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> rule.text(reader.getText());
                    case XMLStreamConstants.END_DOCUMENT -> rule.finish();
                    case XMLStreamConstants.PROCESSING_INSTRUCTION ->
                        rule.instruction(reader.getPITarget(), Objects.requireNonNullElse(reader.getPIData(), ""));
                    case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                        throw new Refusal(Rule.DOCUMENT_TYPE);
                    default -> {
                        // Comments and white space say nothing.
                    }
                }
            }
        } catch (XMLStreamException malformed) {
            if (malformed.getNestedException() instanceof IOException cut
                    && !(cut instanceof CharConversionException)) {
                throw cut;
            }
            throw new Refusal(Rule.MALFORMED_XML).inPart("line " + line(malformed));
        } catch (CharConversionException malformed) {
            throw new Refusal(Rule.MALFORMED_XML);
        }
    }

    /** Programs agree on the letters of markup only in encodings that are no code of their own. */
    private static void checkEncoding(XMLStreamReader reader) {
        for (String encoding : new String[] {reader.getEncoding(), reader.getCharacterEncodingScheme()}) {
            if (encoding != null && !ENCODING.matcher(encoding).matches()) {
                throw new Refusal(Rule.MALFORMED_XML).naming(encoding);
            }
        }
    }

    private static int line(XMLStreamException malformed) {
        return Optional.ofNullable(malformed.getLocation())
                .map(Location::getLineNumber)
                .orElse(1);
    }
}
