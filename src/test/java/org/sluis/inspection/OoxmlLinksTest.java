package org.sluis.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sluis.inspection.parsing.ContentNotice;
import org.sluis.inspection.parsing.Objection;
import org.sluis.inspection.parsing.Rule;

/** What an Office Open XML document points at: refused by name on other machines, noted on the reader's own. */
class OoxmlLinksTest {

    private final Laboratory laboratory = Laboratory.shared();

    @ParameterizedTest
    @CsvSource({
        "attachedTemplate,https://evil.example/t.dotm,REMOTE_TEMPLATE",
        "attachedTemplate,\\\\server\\t.dotm,NETWORK_SHARE",
        "externalLinkPath,https://evil.example/x.xlsx,REMOTE_WORKBOOK",
        "externalLinkPath,file:////server/x.xlsx,NETWORK_SHARE",
        "image,https://evil.example/p.png,REMOTE_PICTURE",
        "oleObject,mhtml:https://evil.example/x!x-usc:https://evil.example/x,LINKED_OBJECT",
        "oleObject,file:///C:/x.exe,LINKED_OBJECT",
        "frame,x.htm,REMOTE_CONTENT",
        "subDocument,file:///C:/x.docx,REMOTE_CONTENT",
        "mailMergeSource,file:///C:/x.mdb,DATA_CONNECTION",
        "somethingNew,x,REMOTE_CONTENT",
        "hyperlink,search-ms:query=x,UNSAFE_LINK",
        "hyperlink,file:///C:/Windows/System32/cmd.exe,UNSAFE_LINK",
        "hyperlink,::{20D04FE0-3AEA-1069-A2D8-08002B30309D},UNSAFE_LINK",
        "hyperlink,\\\\server\\x.docx,NETWORK_SHARE"
    })
    void refusesOtherMachinesByName(String kind, String target, Rule rule) {
        Objection objection = laboratory
                .inspect("a.docx", new WordDocument().external(kind, target).bytes())
                .objection()
                .orElseThrow();
        assertThat(objection.rule()).isEqualTo(rule);
        assertThat(objection.subject()).contains(target);
        assertThat(objection.member()).contains("word/_rels/document.xml.rels");
    }

    @ParameterizedTest
    @CsvSource({
        "attachedTemplate,file:///C:\\t.dotm,ATTACHED_TEMPLATE",
        "attachedTemplate,Normal.dotm,ATTACHED_TEMPLATE",
        "externalLinkPath,C:\\x.xlsx,LINKED_WORKBOOK",
        "xlPathMissing,x.xlsx,LINKED_WORKBOOK",
        "oleObject,file:///C:\\x.xlsx!Sheet1!R1C1,LINKED_WORKBOOK",
        "image,cid:image001.png@01D5,LINKED_PICTURE",
        "image,file:///C:\\Temp\\x.png,LINKED_PICTURE",
        "video,x.mp4,LINKED_FILE"
    })
    void notesWhatLiesOnTheReadersOwnMachine(String kind, String target, ContentNotice.Kind notice) {
        Inspection found = laboratory.inspect(
                "a.docx", new WordDocument().external(kind, target).bytes());
        assertThat(found.objection()).isEmpty();
        assertThat(found.notices()).singleElement().satisfies(told -> {
            assertThat(told.kind()).isEqualTo(notice);
            assertThat(told.subject()).contains(target);
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '~',
            value = {
                "<w:fldSimple w:instr='DDE cmd x'/>; DDE; DDE cmd x",
                "<w:p><w:r><w:fldChar w:fldCharType='begin'/><w:t>DDEAUTO excel a</w:t><w:fldChar w:fldCharType='separate'/><w:t>x</w:t><w:fldChar w:fldCharType='end'/></w:r></w:p>; DDE; DDEAUTO excel a",
                "<w:p><w:r><w:fldChar w:fldCharType='begin'/><w:instrText>DDEAUTO\u00a0excel a</w:instrText><w:fldChar w:fldCharType='separate'/><w:t>x</w:t><w:fldChar w:fldCharType='end'/></w:r></w:p>; DDE; DDEAUTO excel a",
                "<w:p><w:r><w:fldChar w:fldCharType='begin'/><w:instrText>DDEAUTO</w:instrText><w:tab/><w:instrText>excel a</w:instrText><w:fldChar w:fldCharType='separate'/><w:t>x</w:t><w:fldChar w:fldCharType='end'/></w:r></w:p>; DDE; DDEAUTO excel a",
                "<w:p><w:r><w:fldChar w:fldCharType='begin'/><w:instrText>DDEAUTOexcel a</w:instrText><w:fldChar w:fldCharType='separate'/><w:t>x</w:t><w:fldChar w:fldCharType='end'/></w:r></w:p>; DDE; DDEAUTOexcel a",
                "<w:p><w:r><w:fldChar w:fldCharType='begin'/><w:sym w:char='F044'/><w:instrText>DE excel</w:instrText><w:fldChar w:fldCharType='separate'/><w:t>x</w:t><w:fldChar w:fldCharType='end'/></w:r></w:p>; DDE; DDE excel",
                "<w:p><w:r><w:fldChar w:fldCharType='begin'/><w:instrText>INCLUDEPICTURE </w:instrText><w:t>https://evil.example/g.png</w:t><w:fldChar w:fldCharType='separate'/><w:t>x</w:t><w:fldChar w:fldCharType='end'/></w:r></w:p>; REMOTE_PICTURE; https://evil.example/g.png",
                "<w:p><w:r><w:fldChar w:fldCharType='begin'/><w:instrText>INCLUDEPICTURE</w:instrText></w:r></w:p><w:p><w:r><w:instrText>https://evil.example/f.png</w:instrText><w:fldChar w:fldCharType='separate'/><w:t>x</w:t><w:fldChar w:fldCharType='end'/></w:r></w:p>; REMOTE_PICTURE; https://evil.example/f.png",
                "<w:p><w:r><w:fldChar w:fldCharType='begin'/><w:instrText>INCLUDETEXT</w:instrText><w:br/><w:delText>https://evil.example/f</w:delText><w:fldChar w:fldCharType='separate'/><w:t>x</w:t><w:fldChar w:fldCharType='end'/></w:r></w:p>; FETCHING_FIELD; https://evil.example/f",
                "<w:fldSimple w:instr='INCLUDEPICTUREhttps://evil.example/'/>; REMOTE_PICTURE; https://evil.example/",
                "<w:fldSimple w:instr='INCLUDEPICTURE\u201chttps://evil.example/\u201d'/>; REMOTE_PICTURE; https://evil.example/",
                "<w:fldSimple w:instr='PRINT \"x\"'/>; FETCHING_FIELD; PRINT \"x\"",
                "<w:fldSimple w:instr='CONTROL Forms.HTML:Image.1 \\s'/>; CONTROL; CONTROL Forms.HTML:Image.1 \\s",
                "<w:fldSimple w:instr='DATABASE x'/>; FETCHING_FIELD; DATABASE x",
                "<w:fldSimple w:instr='LINK Package \"C:\\\\x.exe\"'/>; FETCHING_FIELD;",
                "<w:fldSimple w:instr='INCLUDETEXT \"\\\\\\\\server\\\\x\"'/>; NETWORK_SHARE; \\\\server\\x",
                "<w:fldSimple w:instr='INCLUDEPICTURE \"https://evil.example/\"'/>; REMOTE_PICTURE; https://evil.example/",
                "<w:fldSimple w:instr='HYPERLINK \"ms-msdt:/id\"'/>; UNSAFE_LINK; ms-msdt:/id",
                "<w:fldSimple w:instr='HYPERLINK \"C:\\\\x.bat\"'/>; UNSAFE_LINK; C:\\x.bat",
                "<w:fldSimple w:instr='HYPERLINK \"https://example.org\" \\o \"C:\\\\x.bat\"'/>; UNSAFE_LINK; C:\\x.bat",
                "<w:ffData><w:entryMacro w:val='Main'/></w:ffData>; MACRO; Main",
                "<w:ffData><w:exitMacro w:val='Main'/></w:ffData>; MACRO; Main",
                "<w:r><w:fldChar w:fldCharType='begin'/><w:instrText>DDE cmd</w:instrText></w:r>; DDE; DDE cmd",
                "<w:ddeLink ddeService='cmd' ddeTopic='x'/>; DDE; cmd|x",
                "<w:webPr url='https://evil.example/'/>; DATA_CONNECTION; https://evil.example/",
                "<w:dbPr connection='Provider=x,y=Data Model Connection'/>; DATA_CONNECTION;",
                "<w:hlinkClick action='ppaction://program'/>; RUNNING_ACTION; ppaction://program",
                "<w:hlinkMouseOver w:id='r1'/>; RUNNING_ACTION; hlinkMouseOver",
                "<w:connectString w:val='DSN=x'/>; DATA_CONNECTION; DSN=x",
                "<v:imagedata src='https://evil.example/p'/>; REMOTE_PICTURE; https://evil.example/p",
                "<v:rect href='javascript:x'/>; UNSAFE_LINK; javascript:x"
            })
    void refusesWhatRunsOrFetchesByName(String body, Rule rule, String subject) {
        Objection objection = laboratory
                .inspect("a.docx", new WordDocument().body(body).bytes())
                .objection()
                .orElseThrow();
        assertThat(objection.rule()).isEqualTo(rule);
        if (subject != null) {
            assertThat(objection.subject()).contains(subject);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '~',
            value = {
                "<w:blip r:link='x0'/>; REMOTE_PICTURE",
                "<w:blip r:embed=' X0 '/>; REMOTE_PICTURE",
                "<v:imagedata o:relid='x0' xmlns:o='urn:schemas-microsoft-com:office:office'/>; REMOTE_PICTURE",
                "<w:attachedTemplate r:id='x0'/>; REMOTE_TEMPLATE",
                "<w:OLEObject r:id='x0'/>; LINKED_OBJECT",
                "<w:subDoc r:id='x0'/>; REMOTE_CONTENT",
                "<w:externalBook r:id='x0'/>; REMOTE_WORKBOOK",
                "<w:address r:id='x0'/>; REMOTE_CONTENT",
                "<w:hlinkHover r:id='x0' action='ppaction://hlinksldjump'/>; RUNNING_ACTION",
                "<w:hyperlink r:link='x0'/>; REMOTE_CONTENT"
            })
    void hyperlinkIsOneOnlyWhereItIsClicked(String element, Rule rule) {
        Objection objection = laboratory
                .inspect("a.docx", linked(element, "hyperlink"))
                .objection()
                .orElseThrow();
        assertThat(objection.rule()).isEqualTo(rule);
        assertThat(objection.subject()).contains("https://example.org/x");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<w:hyperlink r:id='x0'/>", "<w:hlinkClick r:id='x0'/>", "<w:blip r:embed='x9'/>"})
    void hyperlinksThatAreClickedPass(String element) {
        assertThat(laboratory.inspect("a.docx", linked(element, "hyperlink")).objection())
                .isEmpty();
    }

    private static byte[] linked(String element, String kind) {
        return new WordDocument()
                .body("<w:p xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships'>" + element
                        + "</w:p>")
                .external(kind, "https://example.org/x")
                .bytes();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '~',
            value = {
                "<Properties><HyperlinkBase>\\\\server\\share</HyperlinkBase></Properties>; NETWORK_SHARE; \\\\server\\share",
                "<Properties><HyperlinkBase>https://evil<!-- -->.example/</HyperlinkBase></Properties>; REMOTE_CONTENT; https://evil.example/",
                "<a><HyperlinkBase>C:</HyperlinkBase><HyperlinkBase>//server/x</HyperlinkBase></a>; NETWORK_SHARE; //server/x",
                "<customUI xmlns='http://schemas.microsoft.com/office/2006/01/customui' onLoad='\\\\server\\x.dotm!load'/>; RUNNING_ACTION; \\\\server\\x.dotm!load",
                "<connection sourceFile='\\\\server\\x.accdb'/>; NETWORK_SHARE; \\\\server\\x.accdb",
                "<connection odcFile='https://evil.example/x.odc'/>; DATA_CONNECTION; https://evil.example/x.odc",
                "<Schema SchemaRef='https://evil.example/x.xsd'/>; REMOTE_CONTENT; https://evil.example/x.xsd",
                "<DataBinding FileBindingName='\\\\server\\x.xml'/>; NETWORK_SHARE; \\\\server\\x.xml",
                "<webPublishItem destinationFile='\\\\server\\x.htm'/>; NETWORK_SHARE; \\\\server\\x.htm",
                "<macrosheet/>; MACRO; macrosheet",
                "<webextension/>; CONTROL; webextension"
            })
    void refusesAddressesThatNoRelationshipSays(String part, Rule rule, String subject) {
        Objection objection = laboratory
                .inspect("a.docx", new WordDocument().part("word/x.xml", part).bytes())
                .objection()
                .orElseThrow();
        assertThat(objection.rule()).isEqualTo(rule);
        assertThat(objection.subject()).contains(subject);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<Properties><HyperlinkBase>C:\\Reports</HyperlinkBase></Properties>",
                "<Properties><HyperlinkBase/></Properties>",
                "<customUI xmlns='http://schemas.microsoft.com/office/2006/01/customui'><tab onAction='Module.Show'/></customUI>",
                "<connection sourceFile='C:\\x.accdb'/>",
                "<Schema SchemaRef='x.xsd'/>",
                "<webPublishItem destinationFile='C:\\x.htm'/>",
                "<p:webPr xmlns:p='http://schemas.openxmlformats.org/presentationml/2006/main' encoding='x'/>"
            })
    void addressesWithinAndNamesPass(String part) {
        assertThat(laboratory
                        .inspect(
                                "a.docx",
                                new WordDocument().part("word/x.xml", part).bytes())
                        .objection())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '~',
            value = {
                "<w:p><w:r><w:fldChar w:fldCharType='begin'/><w:instrText> IF 1=1 </w:instrText><w:t>yes</w:t><w:tab/><w:fldChar w:fldCharType='separate'/><w:t>x</w:t><w:fldChar w:fldCharType='end'/></w:r></w:p>",
                "<w:p><w:r><w:fldChar w:fldCharType='begin'/><w:instrText> PAGE </w:instrText><w:fldChar w:fldCharType='separate'/><w:t>x</w:t><w:fldChar w:fldCharType='end'/></w:r></w:p><w:p><w:pPr><w:tabs><w:tab w:val='left'/></w:tabs></w:pPr><w:r><w:t>DDEAUTO excel</w:t></w:r></w:p>",
                "<w:r><w:instrText> </w:instrText><w:t>Link https://example.org</w:t></w:r>",
                "<w:fldSimple w:instr='LINKED page'/>",
                "<w:fldSimple w:instr='LINK Excel.Sheet.12 \"C:\\\\x.xlsx\" \"Sheet1!R1C1\" \\a'/>",
                "<w:fldSimple w:instr='INCLUDEPICTURE \"cid:image001.png@01\" \\* MERGEFORMATINET'/>",
                "<w:fldSimple w:instr='HYPERLINK \"https://example.org\" \\o \"setup.exe\"'/>",
                "<w:ffData><w:entryMacro w:val=''/><w:exitMacro/></w:ffData>",
                "<w:dbPr connection='Data Model Connection'/>",
                "<w:hlinkMouseOver w:id='r1' action='ppaction://hlinksldjump'/>",
                "<v:imagedata src='image1.png' w:href='cid:image001.png@01'/>",
                "<m:f xmlns:m='http://schemas.openxmlformats.org/officeDocument/2006/math'>IMAGE(2)</m:f>",
                "<w:f>SUM('Image (2)'!A1)</w:f>"
            })
    void ordinaryFieldsFormulasAndDrawingsPass(String body) {
        assertThat(laboratory
                        .inspect("a.docx", new WordDocument().body(body).bytes())
                        .objection())
                .isEmpty();
    }
}
