package org.sluis.inspection;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sluis.inspection.parsing.ContentNotice;
import org.sluis.inspection.parsing.Objection;
import org.sluis.inspection.parsing.Rule;

/** OpenDocuments: what a file is the manifest declares; nothing runs and nothing is fetched (security rows F4 and F6 to F8). */
class OdfDocumentsTest {

    private static final String REMOTE_PICTURE =
            "<d:p xmlns:d='urn:x' xmlns:xlink='http://www.w3.org/1999/xlink'><d:image xlink:href='http://evil.example/x'/></d:p>";
    private static final String ROOT_TYPE =
            "<manifest:file-entry manifest:full-path='/' manifest:media-type='application/vnd.oasis.opendocument.%s'/>";

    private final Laboratory laboratory = Laboratory.shared();

    private Objection refused(WrittenText text, Rule rule) {
        Objection objection =
                laboratory.inspect("a.odt", text.bytes()).objection().orElseThrow();
        assertThat(objection.rule()).isEqualTo(rule);
        return objection;
    }

    private void passes(WrittenText text) {
        assertThat(laboratory.inspect("a.odt", text.bytes()).objection()).isEmpty();
    }

    @Test
    void openDocumentPasses() {
        byte[] text = new WrittenText()
                .body("<text:a xlink:href='https://example.org'/><draw:image xlink:href='Pictures/1.png'/>")
                .bytes();
        Inspection found = laboratory.inspect("a.odt", text);
        assertThat(found.refusal()).isEmpty();
        assertThat(found.mediaType()).isEqualTo("application/vnd.oasis.opendocument.text");
        assertThat(laboratory.scanned()).hasSize(4);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "REMOTE_PICTURE!http://evil.example/x.png!<draw:image xlink:href='http://evil.example/x.png'/>",
                "REMOTE_PICTURE!http://evil.example/x.png!<form:image-button form:image-data='http://evil.example/x.png'/>",
                "NETWORK_SHARE!//server/share/x.odt!<draw:object xlink:href='//server/share/x.odt'/>",
                "LINKED_OBJECT!http://evil.example/x.odt!<draw:object xlink:href='http://evil.example/x.odt'/>",
                "EQUATION_EDITOR!Equation.3!<draw:object-ole draw:class-id='clsid:0002CE02-0000-0000-C000-000000000046'/>",
                "CONTROL!Evil.class!<draw:applet draw:code='Evil.class'/>",
                "REMOTE_CONTENT!https://evil.example/x!<draw:floating-frame xlink:href='https://evil.example/x'/>",
                "REMOTE_CONTENT!http://evil.example/x.odt!<text:section><text:section-source xlink:href='http://evil.example/x.odt'/></text:section>",
                "REMOTE_CONTENT!http://evil.example/f.ttf!<svg:font-face-uri xlink:href='http://evil.example/f.ttf'/>",
                "REMOTE_CONTENT!http://evil.example/!<meta:auto-reload xlink:href='http://evil.example/'/>",
                "REMOTE_TEMPLATE!http://evil.example/t.ott!<meta:template xlink:href='http://evil.example/t.ott'/>",
                "REMOTE_WORKBOOK!http://evil.example/x.ods!<table:table-source xlink:href='http://evil.example/x.ods'/>",
                "NETWORK_SHARE!file://server/x.ods!<table:cell-range-source xlink:href='file://server/x.ods'/>",
                "MACRO!vnd.sun.star.script:Standard.Module1.Main!<text:a xlink:href='vnd.sun.star.script:Standard.Module1.Main'/>",
                "UNSAFE_LINK!javascript:x!<text:a xlink:href='java script:x'/>",
                "MACRO!macro:///Standard.x!<text:a xlink:href='macro:///Standard.x'/>",
                "UNSAFE_LINK!file:///C:/x.exe!<text:a xlink:href='file:///C:/x.exe'/>",
                "NETWORK_SHARE!file://server/x!<text:a xlink:href='file://server/x'/>",
                "UNSAFE_LINK!ms-msdt:/id!<text:a xlink:href='ms-msdt:/id'/>",
                "MACRO!Standard.x!<script:event-listener script:event-name='dom:load' script:macro-name='Standard.x'/>",
                "MACRO!x!<text:script script:language='JavaScript'>x</text:script>",
                "MACRO!http://evil.example/x.js!<text:script xlink:href='http://evil.example/x.js'/>",
                "MACRO!Module1!<office:script><x:library-embedded xmlns:x='y'><x:module x:name='Module1'/></x:library-embedded></office:script>",
                "MACRO!Main!<text:execute-macro text:name='Main'/>",
                "RUNNING_ACTION!file:///C:/x.exe!<presentation:event-listener presentation:action='execute' xlink:href='file:///C:/x.exe'/>",
                "RUNNING_ACTION!verb!<x:command xmlns:x='urn:oasis:names:tc:opendocument:xmlns:animation:1.0' x:command='verb'/>",
                "FETCHING_FORMULA!WEBSERVICE!<table:table-cell table:formula='of:=COM.MICROSOFT.WEBSERVICE(&quot;http://evil.example&quot;)'/>",
                "REMOTE_WORKBOOK!http://evil.example/x.ods!<table:table-cell table:formula=\"of:=['http://evil.example/x.ods'#$Sheet1.A1]\"/>",
                "FETCHING_FORMULA!'https://evil.example/i.ods'#$S.A1!<table:table-cell table:formula=\"of:=INDIRECT(&quot;'&quot;&amp;&quot;https://evil.example/i.ods'&quot;&amp;&quot;#$S.A1&quot;)\"/>",
                "DDE!soffice|x!<text:dde-connection-decl office:dde-application='soffice' office:dde-topic='x'/>",
                "DATA_CONNECTION!Clients!<form:form form:datasource='Clients'/>",
                "DATA_CONNECTION!https://evil.example/!<form:form xlink:href='https://evil.example/'/>",
                "DATA_CONNECTION!http://evil.example/x!<x:instance xmlns:x='http://www.w3.org/2002/xforms' src='http://evil.example/x'/>",
                "NETWORK_SHARE!//evil/s!<x:model xmlns:x='http://www.w3.org/2002/xforms' schema='#a //evil/s'/>",
                "DATA_CONNECTION!http://evil.example/x!<x:load xmlns:x='http://www.w3.org/2002/xforms' resource='http://evil.example/x'/>",
                "REMOTE_CONTENT!http://evil.example/!<text:p xml:base='http://evil.example/'/>",
                "NETWORK_SHARE!//evil/s/!<text:p xml:base='//evil/s/'/>",
                "REMOTE_CONTENT!http://evil.example/x!<mglyph src='http://evil.example/x'/>",
                "REMOTE_WORKBOOK!http://evil.example/x.ods!<condition value=\"formula-is(['http://evil.example/x.ods'#$A.A1]=1)\"/>",
                "REMOTE_WORKBOOK!http://evil.example/x.ods!<table:named-range table:cell-range-address=\"'http://evil.example/x.ods'#$A.A1\"/>",
                "REMOTE_WORKBOOK!http://evil.example/it's.ods!<table:named-range table:cell-range-address=\"'http://evil.example/it''s.ods'#$A.A1\"/>",
                "REMOTE_PICTURE!http://evil.example/x!<form:property form:property-name='ImageURL' office:string-value='http://evil.example/x'/>",
                "NETWORK_SHARE!//evil/s!<form:property form:property-name='TargetURL' office:string-value='//evil/s'/>",
                "UNSAFE_LINK!.uno:Open?URL:string=http://evil.example/!<text:a xlink:href='.uno:Open?URL:string=http://evil.example/'/>",
                "UNSAFE_LINK!.uno:Open?URL:string=x!<menuitem xlink:href='.uno:Open?URL:string=x'/>",
                "MACRO!service:com.sun.star.system.SystemShellExecute?x!<menuitem xlink:href='service:com.sun.star.system.SystemShellExecute?x'/>",
                "REMOTE_CONTENT!http://evil.example/x.soc!<config-item name='ColorTableURL'>http://evil.example/x.soc</config-item>",
                "MACRO!M!<x:module xmlns:x='http://openoffice.org/2000/script' x:name='M'>Sub Main</x:module>",
                "UNKNOWN_OBJECT!!<office:binary-data>0M8R4KGxGuEAAAAA</office:binary-data>"
            })
    void whatRunsOrFetchesIsRefusedByName(Rule rule, String subject, String body) {
        Objection objection = refused(new WrittenText().body(body), rule);
        assertThat(objection.member()).contains("content.xml");
        assertThat(objection.subject().orElse("").replace(" ", "")).isEqualTo(subject == null ? "" : subject);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<office:scripts/><office:script script:language='ooo:Basic'><x:libraries xmlns:x='y'/></office:script>",
                "<text:a xlink:href='mailto:a@example.org'/><text:a xlink:href='#place'/><text:a xlink:href='tel:+32'/>",
                "<form:form form:datasource='' xlink:href='../../'><form:button form:name='x'/></form:form>",
                "<presentation:event-listener presentation:action='next-page'/>",
                "<x:command xmlns:x='urn:oasis:names:tc:opendocument:xmlns:animation:1.0' x:command='play'/>",
                "<table:table-cell office:string-value='Macro: WEBSERVICE(x) DDE(1)'/>",
                "<item xlink:href='.uno:Save'/><menuitem xlink:href='slot:5502'/>",
                "<table:table-cell table:formula='of:=SUM([.A1:.B2])'/>",
                "<table:table-cell table:formula='of:=&quot;DDE(1)&quot;'/><table:table table:name='Image (2)'/>",
                "<table:table-cell table:formula=\"of:=[$'WEBSERVICE (2)'.A1]\"/>",
                "<menuitem xlink:href='.uno:StyleApply?Style:string=Heading&amp;FamilyName:string=ParagraphStyles'/>",
                "<form:button xlink:href='.uno:FormController/moveToNext'/><text:p xml:base='Object 1/'/>",
                "<x:instance xmlns:x='http://www.w3.org/2002/xforms'><data/></x:instance>",
                "<r:RDF xmlns:r='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xml:base='http://example.org/'/>",
                "<form:property form:property-name='DefaultText' office:string-value='http://example.org/'/>",
                "<config-item name='ColorTableURL'>$(brandbaseurl)/share/standard.soc</config-item>",
                "<table:named-range table:name='n' table:cell-range-address=\"$'It''s'.$A$1\"/>",
                "<chart xlink:href='..'/><draw:object xlink:href='./Object 1'/>",
                "<office:binary-data>\n iVBORw0KGgoAAAANSUhEUg==</office:binary-data>"
            })
    void ordinaryContentPasses(String body) {
        passes(new WrittenText().body(body));
    }

    @ParameterizedTest
    @CsvSource({
        "ATTACHED_TEMPLATE,<meta:template xlink:href='../templates/letter.ott'/>,../templates/letter.ott",
        "LINKED_WORKBOOK,<table:table-source xlink:href='file:///C:/x.ods'/>,file:///C:/x.ods",
        "LINKED_PICTURE,<draw:image xlink:href='../x.png'/>,../x.png",
        "LINKED_FILE,<text:section-source xlink:href='../other.odt'/>,../other.odt"
    })
    void filesOnTheSendersDriveAreNotices(ContentNotice.Kind kind, String body, String subject) {
        Inspection found =
                laboratory.inspect("a.odt", new WrittenText().body(body).bytes());
        assertThat(found.objection()).isEmpty();
        ContentNotice notice = found.notices().iterator().next();
        assertThat(notice.kind()).isEqualTo(kind);
        assertThat(notice.member()).contains("content.xml");
        assertThat(notice.subject()).contains(subject);
    }

    @ParameterizedTest
    @CsvSource({
        "styles.xml,text/xml",
        "Object 1/content.xml,text/xml",
        "Configurations2/menubar/menubar.xml,''",
        "Configurations2/menubar/bar.bin,text/xml",
        "Pictures/1.png,image/png",
        "Pictures/1.bin,application/rdf+xml",
        "ObjectReplacements/Object 1,application/x-openoffice-gdimetafile",
        "layout-cache,application/binary"
    })
    void markupIsReadWhateverItIsDeclared(String name, String type) {
        for (Charset charset : new Charset[] {UTF_8, UTF_16}) {
            for (String prolog : new String[] {"", "\n ", "<?xml version='1.0'?>", "<?a b?>", "<!-- x -->"}) {
                byte[] content = (prolog + REMOTE_PICTURE).getBytes(charset);
                Objection objection = refused(new WrittenText().declared(name, type, content), Rule.REMOTE_PICTURE);
                assertThat(objection.member()).contains(name);
                refused(new WrittenText().part(name, content), Rule.REMOTE_PICTURE);
            }
        }
        refused(new WrittenText().declared(name, type, REMOTE_PICTURE.getBytes(UTF_16LE)), Rule.MALFORMED_XML);
        passes(new WrittenText().declared(name, type, REMOTE_PICTURE.replace("http://evil.example", "Pictures")));
    }

    @ParameterizedTest
    @CsvSource({"Pictures/1,image/png", "layout-cache,application/binary", "x,''"})
    void markupThatOnlySomeReadersWouldFindIsReadToo(String name, String type) {
        byte[] mainframe = "<?xml version='1.0' encoding='IBM037'?><a/>".getBytes(Charset.forName("IBM037"));
        refused(new WrittenText().declared(name, type, mainframe), Rule.MALFORMED_XML);
        refused(new WrittenText().declared(name, type, "\ufeff\ufeff" + REMOTE_PICTURE), Rule.MALFORMED_XML);
        refused(new WrittenText().part(name, "\u0001" + REMOTE_PICTURE), Rule.MALFORMED_XML);
        passes(new WrittenText().declared(name, "application/binary", "Lo, no markup < here"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "INCONSISTENT!action!<presentation:event-listener x:action='show' presentation:action='execute'/>",
                "INCONSISTENT!class-id!<draw:object-ole x:class-id='' draw:class-id='clsid:0002CE02-0000-0000-C000-000000000046'/>",
                "INCONSISTENT!property-name!<form:property x:property-name='Label' form:property-name='ImageURL' form:string-value='//evil/x'/>",
                "INCONSISTENT!name!<config-item x:name='a' name='ColorTableURL'>http://evil.example/x</config-item>",
                "INCONSISTENT!!<office:binary-data><x:x>iVBORw0KGgo</x:x>0M8R4KGxGuEAAAAA</office:binary-data>",
                "INCONSISTENT!!<config-item name='ColorTableURL'>http:<x:config-item>/</x:config-item>//evil.example/x</config-item>"
            })
    void whatOfficesPassOverHidesNothing(Rule rule, String subject, String body) {
        Objection objection = refused(new WrittenText().body("<text:p xmlns:x='urn:x'>" + body + "</text:p>"), rule);
        assertThat(objection.subject()).isEqualTo(Optional.ofNullable(subject));
    }

    @Test
    void declaredXmlMustBeXml() {
        assertThat(refused(new WrittenText().part("styles.xml", "just text"), Rule.MALFORMED_XML)
                        .member())
                .contains("styles.xml");
        refused(new WrittenText().declared("x.bin", "text/xml", new byte[] {1, 2, 3}), Rule.MALFORMED_XML);
        passes(new WrittenText().declared("Configurations2/accelerator/current.xml", "", ""));
    }

    @Test
    void opaqueDataPassOnlyWhereTheyAreDeclared() {
        byte[] unknown = {1, 2, 3, 0, 5};
        passes(new WrittenText().declared("layout-cache", "application/binary", unknown));
        passes(new WrittenText()
                .declared("ObjectReplacements/Object 1", "application/x-openoffice-gdimetafile", unknown));
        passes(new WrittenText().declared("layout-cache", "application/binary", "From: a\nMZ"));
        refused(new WrittenText().part("layout-cache", unknown), Rule.TYPE_UNKNOWN);
        refused(new WrittenText().declared("Pictures/1.png", "image/png", unknown), Rule.TYPE_UNKNOWN);
    }

    @Test
    void objectsAreOpened() {
        byte[] macros = new CompoundSample().stream("_VBA_PROJECT", new byte[0]).bytes();
        String type = "application/vnd.sun.star.oleobject";
        assertThat(refused(new WrittenText().declared("Object 1", type, macros), Rule.MACRO)
                        .member())
                .contains("Object 1");
        refused(new WrittenText().declared("ObjectReplacements/Object 1", "application/binary", macros), Rule.MACRO);
        passes(new WrittenText().declared("Object 1", type, new CompoundSample().bytes()));
    }

    @Test
    void macrosOfOpenDocuments() {
        for (String name :
                new String[] {"Basic/Standard/Module1.xml", "Scripts/python/x.py", "Object 1/Dialogs/a/b.xdl"}) {
            Objection objection = refused(new WrittenText().part(name, "<a/>"), Rule.MACRO);
            assertThat(objection.member()).contains(name);
            assertThat(objection.subject()).contains(name);
        }
    }

    @Test
    void indexOfAnEmptyLibraryIsNoMacro() {
        String type =
                "<!DOCTYPE library:libraries PUBLIC \"-//OpenOffice.org//DTD OfficeDocument 1.0//EN\" \"libraries.dtd\">";
        String libraries = "<?xml version='1.0'?>" + type
                + "<library:libraries xmlns:library='l' xmlns:xlink='x'>%s</library:libraries>";
        String empty = libraries.formatted("<library:library library:name='Standard' library:link='false'/>");
        String linked = libraries.formatted(
                "<library:library library:name='S' xlink:href='file:///C:/s' library:link='true'/>");
        passes(new WrittenText().declared("Basic/script-lc.xml", "text/xml", empty));
        passes(new WrittenText().declared("Dialogs/Standard/dialog-lb.xml", "text/xml", "<l:library xmlns:l='l'/>"));
        refused(new WrittenText().declared("Basic/script-lc.xml", "text/xml", linked), Rule.MACRO);
        String twice = libraries.formatted(
                "<library:library xmlns:y='y' y:href='' xlink:href='file:///C:/s' y:link='false'/>");
        refused(new WrittenText().declared("Basic/script-lc.xml", "text/xml", twice), Rule.INCONSISTENT);
        String module = "<l:library xmlns:l='l'><l:element l:name='Module1'/></l:library>";
        assertThat(refused(new WrittenText().declared("Basic/Standard/script-lb.xml", "text/xml", module), Rule.MACRO)
                        .subject())
                .contains("Module1");
    }

    @Test
    void encryptedOpenDocuments() {
        String entry =
                "<manifest:file-entry manifest:full-path='content.xml'><manifest:encryption-data/></manifest:file-entry>";
        refused(new WrittenText().manifestEntry(entry), Rule.PASSWORD);
        refused(new WrittenText().part("encrypted-package", "x"), Rule.PASSWORD);
    }

    @Test
    void documentTypesOfOldOfficesArePassedOverUnread() {
        String manifest =
                "<!DOCTYPE manifest:manifest PUBLIC \"-//OpenOffice.org//DTD Manifest 1.0//EN\" \"Manifest.dtd\">";
        String formula =
                "<?xml version='1.0'?>\n<!DOCTYPE math:math PUBLIC \"-//OpenOffice.org//DTD Modified W3C MathML 1.01//EN\""
                        + " \"math.dtd\">\n<math:math xmlns:math='http://www.w3.org/1998/Math/MathML'>%s</math:math>";
        passes(new WrittenText()
                .manifestProlog(manifest)
                .declared("Object 1/content.xml", "text/xml", formula.formatted("")));
        refused(
                new WrittenText().declared("Object 1/content.xml", "text/xml", formula.formatted("&x;")),
                Rule.DOCUMENT_TYPE);
        refused(
                new WrittenText()
                        .declared("Object 1/content.xml", "text/xml", formula.formatted("<math:a math:b='&x;'/>")),
                Rule.MALFORMED_XML);
        for (String refused : new String[] {
            "<!DOCTYPE math:math [<!ENTITY x 'y'>]>",
            "<!DOCTYPE math:math SYSTEM 'http://evil.example/math.dtd'>",
            "<!DOCTYPE office:document-content SYSTEM 'office.dtd'>"
        }) {
            refused(new WrittenText().part("Object 1/content.xml", refused + "<a/>"), Rule.DOCUMENT_TYPE);
        }
        refused(new WrittenText().manifestProlog("<!DOCTYPE x [<!ENTITY a 'b'>]>"), Rule.DOCUMENT_TYPE);
    }

    @Test
    void manifestThatSaysTwoThingsIsRefused() {
        refused(
                new WrittenText()
                        .declared("x.bin", "text/xml", "<a/>")
                        .manifestEntry("<manifest:file-entry manifest:full-path='a' manifest:media-type='b'/>"
                                + "<manifest:file-entry manifest:full-path='a' manifest:media-type='c'/>"),
                Rule.INCONSISTENT);
        refused(
                new WrittenText()
                        .manifestEntry("<manifest:file-entry xmlns:y='y' y:full-path='x' manifest:full-path='y'/>"),
                Rule.INCONSISTENT);
        refused(new WrittenText().manifestEntry(ROOT_TYPE.formatted("spreadsheet")), Rule.INCONSISTENT);
        passes(new WrittenText().manifestEntry(ROOT_TYPE.formatted("text")));
    }

    @Test
    void packageOfTwoKindsIsAMismatchAndOtherPackagesAreNotTaken() {
        refused(new WrittenText().part("[Content_Types].xml", "<a/>"), Rule.TWO_FORMATS);
        refused(new WrittenText().type("application/epub+zip"), Rule.TYPE_NOT_TAKEN);
    }

    @Test
    void programsArePartsNeither() {
        assertThat(refused(
                                new WrittenText().declared("Media/x.exe", "application/octet-stream", "MZ"),
                                Rule.ATTACHED_PROGRAM)
                        .member())
                .contains("Media/x.exe");
        passes(new WrittenText().declared("Media/x.bin", "application/octet-stream", "data"));
        refused(
                new WrittenText()
                        .declared(
                                "Macro/Module1.xml",
                                "text/xml",
                                "<s:module xmlns:s='http://openoffice.org/2000/script' s:name='M'/>"),
                Rule.MACRO);
        refused(
                new WrittenText().declared("Pictures/1.png", "image/png", "MZ\0\0\1\0\0\0".getBytes(ISO_8859_1)),
                Rule.ATTACHED_PROGRAM);
    }
}
