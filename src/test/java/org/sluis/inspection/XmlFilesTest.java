package org.sluis.inspection;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sluis.inspection.parsing.Objection;
import org.sluis.inspection.parsing.Rule;

/** XML as a file of its own: somebody's data, without document types, pages and what is fetched (security rows F6, X2). */
class XmlFilesTest {

    private static final String CALIBRATION = """
            <?xml version="1.0" encoding="UTF-8"?>
            <?xml-stylesheet type="text/xsl" href="dcc.xsl"?>
            <dcc:digitalCalibrationCertificate xmlns:dcc="https://ptb.de/dcc" xmlns:si="https://ptb.de/si" schemaVersion="3.3.0">
            <dcc:administrativeData/><si:real><si:value>0.5</si:value><si:unit>\\metre</si:unit></si:real>
            <math xmlns="http://www.w3.org/1998/Math/MathML"><mi>x</mi></math>
            <ds:Signature xmlns:ds="http://www.w3.org/2000/09/xmldsig#"/></dcc:digitalCalibrationCertificate>
            """;

    private final Laboratory laboratory = Laboratory.shared();

    private Optional<Objection> objection(String xml) {
        return laboratory.inspect("a.xml", xml.getBytes(UTF_8)).objection();
    }

    private Optional<Rule> rule(String xml) {
        return objection(xml).map(Objection::rule);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<?xml version='1.0'?><a xmlns='urn:x'>1</a>",
                "<a/>",
                "<?xml version='1.0' encoding='windows-1251'?><a/>",
                "<!-- a note --><a><![CDATA[<script>]]></a>",
                "<a><script/><html/></a>"
            })
    void dataPasses(String xml) {
        assertThat(rule(xml)).isEmpty();
    }

    @Test
    void dataInUtf16Passes() {
        Inspection found = laboratory.inspect("a.xml", "<?xml version='1.0' encoding='UTF-16'?><a/>".getBytes(UTF_16));
        assertThat(found.objection()).isEmpty();
        assertThat(found.mediaType()).isEqualTo("application/xml");
        byte[] page = "<?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml'/>".getBytes(UTF_16);
        assertThat(laboratory.inspect("a.xml", page).objection().map(Objection::rule))
                .contains(Rule.WEB_PAGE);
    }

    @Test
    void calibrationCertificatesPassWhereTheyBelong() {
        Categories categories = ShippedCategories.get();
        for (String category : new String[] {"calibration-certificate", "measurement-data"}) {
            Inspection found = laboratory.inspect(
                    "certificate.xml",
                    CALIBRATION.getBytes(UTF_8),
                    categories.named(category).orElseThrow().types());
            assertThat(found.objection()).isEmpty();
            assertThat(found.mediaType()).isEqualTo("application/xml");
        }
        Inspection elsewhere = laboratory.inspect(
                "certificate.xml",
                CALIBRATION.getBytes(UTF_8),
                categories.named("test-report").orElseThrow().types());
        assertThat(elsewhere.objection().map(Objection::rule)).contains(Rule.TYPE_NOT_TAKEN);
        assertThat(elsewhere.objection().flatMap(Objection::detected)).contains("application/xml");
    }

    @ParameterizedTest
    @ValueSource(strings = {"dcc.xsl", "./style/dcc.xsl", "../dcc.xsl?a=1&amp;b=2", "#style", "dcc.css", "DCC.XSLT#a"})
    void styleSheetBesideTheFilePasses(String address) {
        assertThat(rule("<?xml-stylesheet type='text/xsl' href='" + address + "'?><a/>"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://attacker.example/x.xsl",
                "//attacker.example/x.xsl",
                "\\\\attacker\\share\\x.xsl",
                "/x.xsl",
                "file:///c:/x.xsl",
                "data:text/xsl,x",
                "ht&#x74;ps:x",
                "s.txt",
                "s.csv?.xsl",
                "s.txt#.xsl",
                "s",
                "ht\ttps://attacker.example/x.xsl",
                "JavaScript:x"
            })
    void styleSheetSomewhereElseIsRefused(String address) {
        Optional<Objection> found = objection("<a/><?xml-stylesheet href = \"" + address + "\" type='text/xsl'?>");
        assertThat(found.map(Objection::rule)).contains(Rule.FOREIGN_STYLE_SHEET);
        assertThat(found.flatMap(Objection::subject)).contains(address.replace('\t', '\ufffd'));
    }

    @Test
    void secondAddressOfAStyleSheetIsReadAsWell() {
        assertThat(rule("<?xml-stylesheet href='a.xsl' href='https://b.example/b.xsl'?><a/>"))
                .contains(Rule.FOREIGN_STYLE_SHEET);
        assertThat(rule("<?xml-stylesheet href=https://b.example/b.xsl?><a/>")).contains(Rule.FOREIGN_STYLE_SHEET);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<a xmlns:h='http://www.w3.org/1999/xhtml'><h:script/></a>|text/html",
                "<svg xmlns='http://www.w3.org/2000/svg'/>|image/svg+xml",
                "<html/>|text/html",
                "<x:stylesheet xmlns:x='http://www.w3.org/1999/XSL/Transform'/>|text/html",
                "<a><x:template xmlns:x='http://www.w3.org/TR/WD-xsl'/></a>|text/html",
                "<window xmlns='http://www.mozilla.org/keymaster/gatekeeper/there.is.only.xul'/>|text/html"
            })
    void whatABrowserRunsIsAPage(String xml, String detected) {
        Optional<Objection> found = objection(xml);
        assertThat(found.map(Objection::rule)).contains(Rule.WEB_PAGE);
        assertThat(found.flatMap(Objection::detected)).contains(detected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<?mso-application progid='Word.Document'?><a/>",
                "<o:document xmlns:o='urn:oasis:names:tc:opendocument:xmlns:office:1.0'/>",
                "<p:package xmlns:p='http://schemas.microsoft.com/office/2006/xmlPackage'/>",
                "<w:wordDocument xmlns:w='http://schemas.microsoft.com/office/word/2003/wordml'/>",
                "<VisioDocument xmlns='http://schemas.microsoft.com/visio/2003/core'/>",
                "<Workbook xmlns='urn:schemas-microsoft-com:office:spreadsheet'/>"
            })
    void officeDocumentInOneXmlFileIsNotTaken(String xml) {
        Optional<Objection> found = objection(xml);
        assertThat(found.map(Objection::rule)).contains(Rule.TYPE_NOT_TAKEN);
        assertThat(found.flatMap(Objection::detected).orElseThrow()).startsWith("application/vnd.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<a>|MALFORMED_XML|line 1",
                "'<a>\n<b>\n</a>'|MALFORMED_XML|line 3",
                "'<a>\n\u00e9 & </a>'|MALFORMED_XML|line 2",
                "no markup|MALFORMED_XML|line 1"
            })
    void malformedXmlIsRefusedWithItsLine(String xml, Rule rule, String part) {
        Optional<Objection> found = objection(xml);
        assertThat(found.map(Objection::rule)).contains(rule);
        assertThat(found.flatMap(Objection::part)).contains(part);
    }

    @Test
    void bytesThatAreNotInTheDeclaredCharacterSetAreMalformed() {
        assertThat(laboratory
                        .inspect("a.xml", new byte[] {'<', 'a', '>', (byte) 0xe9, '<', '/', 'a', '>'})
                        .objection()
                        .map(Objection::rule))
                .contains(Rule.MALFORMED_XML);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE a [<!ENTITY b 'x'>]><a>&b;</a>",
                "<!DOCTYPE a SYSTEM 'http://127.0.0.1:1/x'><a/>",
                "<!DOCTYPE a><a/>"
            })
    void documentTypesAreRefused(String xml) {
        assertThat(rule(xml)).contains(Rule.DOCUMENT_TYPE);
    }

    @Test
    void deepXmlIsTooComplex() {
        assertThat(laboratory
                        .inspect("a.xml", "<a>".repeat(100_000).getBytes(US_ASCII))
                        .objection()
                        .map(Objection::rule))
                .contains(Rule.NESTING);
    }
}
