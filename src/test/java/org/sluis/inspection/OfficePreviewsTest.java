package org.sluis.inspection;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.sluis.inspection.OfficePackage.Kind;
import org.sluis.inspection.parsing.Glance;

/** What is shown of office documents: their words in order, as their programs would show them, made by a real child. */
class OfficePreviewsTest {

    private static final String ODF = "application/vnd.oasis.opendocument.";
    private static final String SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private final Laboratory laboratory = Laboratory.shared();

    @Test
    void textIsShownWithoutWhatWasDeletedHiddenOrSaidTwice() {
        byte[] document = new WordDocument()
                .body("""
                        <w:p><w:pPr><w:tabs><w:tab/></w:tabs></w:pPr><w:r><w:t xml:space="preserve">Béton </w:t></w:r>
                        <w:r><w:t>C30</w:t><w:tab/><w:t>dry</w:t><w:br/><w:t>next</w:t></w:r></w:p>
                        <w:p><w:del><w:r><w:delText>deleted</w:delText></w:r></w:del>
                        <w:moveFrom><w:r><w:t>moved</w:t></w:r></w:moveFrom>
                        <w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r>
                        <w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:t>kept</w:t></w:r></w:p>
                        <w:tbl><w:tr><w:tc><w:p><w:r><w:t>28</w:t></w:r></w:p></w:tc>
                        <w:tc><w:p><w:r><w:t>52,5</w:t></w:r></w:p></w:tc></w:tr></w:tbl>""")
                .part("word/footnotes.xml", """
                        <w:footnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">\
                        <w:footnote><w:p><w:r><w:t>a note</w:t></w:r></w:p></w:footnote></w:footnotes>""")
                .internal("footnotes", "footnotes.xml")
                .bytes();
        assertThat(shown(Kind.WORD.mediaType(), document).text())
                .isEqualTo("Béton C30\tdry\nnext\nkept\n28 \t52,5\na note");
    }

    @Test
    void slidesComeInTheirOrderWithTheirNumbers() {
        String slide =
                "<p:sld xmlns:p='p' xmlns:a='a'%s><a:p><a:r><a:t>%s</a:t></a:r></a:p><a:p><a:r><a:t>end</a:t></a:r></a:p></p:sld>";
        byte[] slides = new OfficePackage(Kind.SLIDES)
                .main(
                        ("<p:presentation xmlns:p='p' xmlns:r='%s'><p:sldIdLst><p:sldId id='256' r:id='s2'/><p:sldId id='257' r:id='s1'/>"
                                        + "<p:sldId id='258' r:id='s3'/></p:sldIdLst></p:presentation>")
                                .formatted(LINKS)
                                .getBytes(UTF_8))
                .mainLinks(
                        links("slide", "s1", "slides/slide1.xml", "s2", "slides/slide2.xml", "s3", "slides/slide3.xml"))
                .part("ppt/slides/slide1.xml", slide.formatted("", "second").getBytes(UTF_8))
                .part("ppt/slides/slide2.xml", slide.formatted("", "first").getBytes(UTF_8))
                .part(
                        "ppt/slides/slide3.xml",
                        slide.formatted(" show='0'", "kept back").getBytes(UTF_8))
                .bytes();
        assertThat(shown(Kind.SLIDES.mediaType(), slides).text())
                .isEqualTo("— 1 —\nfirst\nend\n\n— 2 —\nsecond\nend\n\n— 3 —");
    }

    @Test
    void workbookIsShownSheetBySheetWithDaysAndPercentages() {
        byte[] workbook = workbook("""
                <cols><col min="4" max="4" hidden="1"/></cols><sheetData>
                <row r="1"><c r="A1" t="s"><v>1</v></c><c r="C1" s="1"><v>45991.5</v></c><c r="D1"><v>7</v></c></row>
                <row r="2" hidden="1"><c r="A2"><v>8</v></c></row>
                <row r="3"><c r="A3"><v>0.30000000000000004</v></c><c r="B3" s="2"><v>0.215</v></c>
                <c r="C3" s="3"><v>45991.5</v></c><c r="E3" t="b"><v>1</v></c>
                <c r="F3" t="inlineStr"><is><t>in </t></is></c></row></sheetData>""");
        Preview table = shown(Kind.SHEET.mediaType(), workbook);
        assertThat(table.rows())
                .containsExactly(
                        new Preview.Row("Figures", List.of("Sterkte", "", "2025-11-30")),
                        new Preview.Row("Figures", List.of("0.3", "21.5%", "2025-11-30 12:00", "", "TRUE", "in ")));
        assertThat(table.more()).isFalse();
    }

    @Test
    void ofALongWorkbookTheBeginningIsShown() {
        String rows = IntStream.rangeClosed(1, 700)
                .mapToObj("<row><c><v>%d</v></c></row>"::formatted)
                .collect(Collectors.joining());
        Preview table = shown(Kind.SHEET.mediaType(), workbook("<sheetData>" + rows + "</sheetData>"));
        assertThat(table.rows()).hasSize(500);
        assertThat(table.rows().get(499).cells()).containsExactly("500");
        assertThat(table.more()).isTrue();
    }

    @Test
    void openDocumentsAreShownWithTheirSpacesAndWithoutRemarks() {
        byte[] text = new WrittenText().body("""
                        <text:tracked-changes><text:p>deleted</text:p></text:tracked-changes>
                        <text:h>Béton</text:h><text:p>one
                          two<text:s text:c="2"/>three<text:tab/>four<text:line-break/>five\
                        <office:annotation><text:p>remark</text:p></office:annotation>
                        <text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>(note)</text:p></text:note-body>\
                        </text:note></text:p>""").bytes();
        assertThat(shown(ODF + "text", text).text()).isEqualTo("Béton\none two  three\tfour\nfive (note)");
    }

    @Test
    void openSpreadsheetIsShownWithoutItsEndlessEmptyEnd() {
        byte[] sheet = new WrittenText().type(ODF + "spreadsheet").body("""
                        <table:table table:name="Cijfers"><table:table-row><table:table-cell><text:p>28</text:p></table:table-cell>
                        <table:table-cell table:number-columns-repeated="2"/><table:table-cell><text:p>52,5</text:p></table:table-cell>
                        <table:table-cell table:number-columns-repeated="16380"/></table:table-row>
                        <table:table-row table:visibility="collapse"><table:table-cell><text:p>7</text:p></table:table-cell></table:table-row>
                        <table:table-row table:number-rows-repeated="1048570"><table:table-cell/></table:table-row></table:table>""").bytes();
        assertThat(shown(ODF + "spreadsheet", sheet).rows())
                .containsExactly(new Preview.Row("Cijfers", List.of("28", "", "", "52,5")));
    }

    @Test
    void longTextIsCutAndDamagedDocumentsAreNotShown() {
        Preview lengthy = shown(
                Kind.WORD.mediaType(),
                new WordDocument()
                        .body("<w:p><w:r><w:t>0123456789</w:t></w:r></w:p>".repeat(40_000))
                        .bytes());
        assertThat(lengthy.more()).isTrue();
        assertThat(lengthy.text()).hasSizeBetween(200_000, 262_144);
        byte[] noise = "no package".getBytes(UTF_8);
        for (String type : List.of(Kind.WORD.mediaType(), Kind.SHEET.mediaType(), ODF + "text", ODF + "spreadsheet")) {
            assertThat(laboratory.show(type, noise, Glance.text())).as(type).isEmpty();
        }
        byte[] malformed = new WordDocument().body("<w:p><w:r>").bytes();
        assertThat(laboratory.show(Kind.WORD.mediaType(), malformed, Glance.text()))
                .isEmpty();
    }

    private Preview shown(String type, byte[] document) {
        return laboratory.show(type, document, Glance.text()).orElseThrow();
    }

    /** @param cells what its one visible sheet holds */
    private static byte[] workbook(String cells) {
        return new OfficePackage(Kind.SHEET)
                .main("""
                        <workbook xmlns="%s" xmlns:r="%s"><sheets><sheet name="Kept back" sheetId="1" state="hidden" r:id="h"/>
                        <sheet name="Figures" sheetId="2" r:id="f"/></sheets></workbook>""".formatted(SHEET, LINKS).getBytes(UTF_8))
                .mainLinks(links("worksheet", "f", "worksheets/sheet1.xml", "h", "worksheets/sheet2.xml")
                        + links("styles", "s", "styles.xml")
                        + links("sharedStrings", "w", "sharedStrings.xml"))
                .part(
                        "xl/worksheets/sheet1.xml",
                        "<worksheet xmlns='%s'>%s</worksheet>"
                                .formatted(SHEET, cells)
                                .getBytes(UTF_8))
                .part(
                        "xl/worksheets/sheet2.xml",
                        "<worksheet><sheetData><row><c><v>9</v></c></row></sheetData></worksheet>".getBytes(UTF_8))
                .part("xl/styles.xml", """
                        <styleSheet xmlns="%s"><numFmts><numFmt numFmtId="164" formatCode="d/mm/yyyy\\ hh:mm"/></numFmts>
                        <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/>
                        <xf numFmtId="10"/><xf numFmtId="164"/></cellXfs></styleSheet>""".formatted(SHEET).getBytes(UTF_8))
                .part("xl/sharedStrings.xml", """
                        <sst xmlns="%s"><si><t>unused</t></si><si><r><t>Ster</t></r><r><t>kte</t></r><rPh><t>spoken</t></rPh></si></sst>""".formatted(SHEET).getBytes(UTF_8))
                .bytes();
    }

    /** @param targets pairs of an identifier and a part */
    private static String links(String kind, String... targets) {
        StringBuilder links = new StringBuilder();
        for (int pair = 0; pair < targets.length; pair += 2) {
            links.append("<Relationship Id='%s' Type='%s/%s' Target='%s'/>"
                    .formatted(targets[pair], LINKS, kind, targets[pair + 1]));
        }
        return links.toString();
    }
}
