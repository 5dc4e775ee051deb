package org.sluis.inspection;

/** A piece of XML in an OpenDocument that does something, and its twin that does not. */
enum OdfConstruct {
    EVENT(
            "<script:event-listener script:event-name='dom:load' script:macro-name='S.x'/>",
            "<script:other script:event-name='dom:load'/>"),
    EVENT_ADDRESS("<script:event-listener xlink:href='vnd.sun.star.script:x'/>", "<office:event-listeners/>"),
    SCRIPT("<office:script>x</office:script>", "<office:scripts> </office:scripts>"),
    SCRIPT_TEXT("<text:script script:language='JavaScript'>x</text:script>", "<text:script-x>x</text:script-x>"),
    SCRIPT_ELSEWHERE(
            "<text:script xlink:href='http://evil.example/x.js'/>", "<text:a xlink:href='http://example.org/x.js'/>"),
    MACRO("<text:execute-macro text:name='Main'/>", "<text:execute text:name='Main'/>"),
    MACRO_LINK("<text:a xlink:href='macro:///S.M.x()'/>", "<text:a xlink:href='https://example.org/macro:'/>"),
    MACRO_ON_ERROR("<table:error-macro table:execute='true'/>", "<table:error-message table:display='true'/>"),
    MODULE(
            "<m:module xmlns:m='http://openoffice.org/2000/script' m:name='M'>x</m:module>",
            "<m:module xmlns:m='y' m:name='M'>x</m:module>"),
    SCRIPT_URL("<text:a xlink:href='vnd.sun.star.script:S.M.x'/>", "<text:a xlink:href='#vnd'/>"),
    EXPANDED("<text:a xlink:href='vnd.sun.star.expand:x'/>", "<text:a xlink:href='expand'/>"),
    JAVASCRIPT("<text:a xlink:href='java&#9;script:x'/>", "<text:a xlink:href='mailto:a@example.org'/>"),
    HANDLER("<text:a xlink:href='ms-msdt:/id'/>", "<text:a xlink:href='tel:+32'/>"),
    SHARE("<text:a xlink:href='file://evil/x'/>", "<text:a xlink:href='file:///C:/x'/>"),
    DISPATCH(
            "<draw:a xlink:href='.uno:Open?URL:string=http://evil.example/'/>",
            "<draw:a xlink:href='https://example.org'/>"),
    SHELL(
            "<menu:menuitem xlink:href='service:com.sun.star.system.SystemShellExecute?x'/>",
            "<menu:menuitem xlink:href='.uno:Save'/>"),
    APPLET("<draw:applet draw:code='E.class'/>", "<draw:g/>", true),
    PLUGIN("<draw:plugin xlink:href='https://evil.example/x'/>", "<draw:plugin xlink:href='Media/x.mp4'/>"),
    PARAMETER("<draw:param draw:value='http://evil.example/'/>", "<draw:param draw:value='true'/>"),
    EQUATION(
            "<draw:object-ole draw:class-id='clsid:0002CE02-0000-0000-C000-000000000046'/>",
            "<draw:object-ole draw:class-id='clsid:00020820-0000-0000-C000-000000000046'/>"),
    OBJECT("<draw:object xlink:href='http://evil.example/x.odt'/>", "<draw:object xlink:href='./Object 1'/>", true),
    OBJECT_ON_A_SHARE("<draw:object-ole xlink:href='//evil/x'/>", "<draw:object-ole xlink:href='./Object 1'/>"),
    PICTURE("<draw:image xlink:href='http://evil.example/p.png'/>", "<draw:image xlink:href='Pictures/p.png'/>"),
    PICTURE_ON_A_SHARE(
            "<draw:fill-image xlink:href='\\\\evil\\p.png'/>", "<draw:fill-image xlink:href='Pictures/p.png'/>"),
    PICTURE_ENCODED(
            "<style:background-image xlink:href='%68ttp:%2f/evil.example/p.png'/>",
            "<style:background-image xlink:href='%50ictures/p.png'/>"),
    FRAME("<draw:floating-frame xlink:href='https://evil.example/'/>", "<draw:floating-frame xlink:href='Object 1'/>"),
    SECTION(
            "<text:section-source xlink:href='ftp://evil.example/x.odt'/>",
            "<text:section-source text:section-name='x'/>"),
    FONT(
            "<svg:font-face-uri xlink:href='http://evil.example/f.ttf'/>",
            "<svg:font-face-uri xlink:href='Fonts/f.ttf'/>"),
    RELOAD("<meta:auto-reload xlink:href='http://evil.example/'/>", "<meta:auto-reload/>"),
    TEMPLATE("<meta:template xlink:href='http://evil.example/t.ott'/>", "<meta:template xlink:href='../t.ott'/>"),
    SOUND(
            "<presentation:sound xlink:href='https://evil.example/x.wav'/>",
            "<presentation:sound xlink:href='Media/x.wav'/>"),
    TABLE(
            "<table:table-source xlink:href='http://evil.example/x.ods'/>",
            "<table:table-source xlink:href='../x.ods'/>"),
    CELLS(
            "<table:cell-range-source xlink:href='file://evil/x.ods'/>",
            "<table:cell-range-source xlink:href='../x.ods'/>"),
    NAMED_RANGE(
            "<table:named-range table:cell-range-address=\"'http://evil.example/x.ods'#$A.A1\"/>",
            "<table:named-range table:cell-range-address=\"$'A'.$A$1\"/>"),
    FORMULA(
            "<table:table-cell table:formula='of:=COM.MICROSOFT.WEBSERVICE([.A1])'/>",
            "<table:table-cell table:formula='of:=SUM([.A1:.B2])'/>"),
    DDE_FORMULA(
            "<table:table-cell table:formula='of:=DDE([.A1];[.A2];[.A3])'/>",
            "<table:table-cell table:formula='of:=&quot;DDE(1)&quot;'/>"),
    OLD_FORMULA(
            "<table:table-cell table:formula='oooc:=dde([.A1];[.A2];[.A3])'/>",
            "<table:table-cell table:formula='oooc:=LEN([.A1])'/>"),
    LINK_FORMULA(
            "<table:table-cell table:formula='of:=HYPERLINK(&quot;//evil/x&quot;)'/>",
            "<table:table-cell table:formula='of:=HYPERLINK(&quot;http://example.org&quot;)'/>"),
    OTHER_SHEET(
            "<table:table-cell table:formula=\"of:=['http://evil.example/x.ods'#$S.A1]\"/>",
            "<table:table-cell table:formula=\"of:=[$'S'.A1]\"/>"),
    FETCHED_BY_TEXT(
            "<table:table-cell table:formula='of:=INDIRECT(&quot;&apos;http://evil.example/x&apos;#$A.A1&quot;)'/>",
            "<table:table-cell table:formula='of:=INDIRECT(&quot;A1&quot;)'/>"),
    CONDITION(
            "<text:conditional-text text:condition='ooow:WEBSERVICE(&quot;x&quot;)'/>",
            "<text:conditional-text text:condition='ooow:page == 1'/>"),
    STYLE_CONDITION(
            "<calc:condition calc:value='formula-is(WEBSERVICE([.A1])=1)'/>",
            "<calc:condition calc:value='formula-is([.A1]=1)'/>"),
    DDE_DECLARED(
            "<text:dde-connection-decl office:dde-application='soffice' office:dde-topic='x'/>",
            "<text:sequence-decl text:name='x'/>"),
    DDE_LINK("<table:dde-link><office:dde-source office:dde-application='x'/></table:dde-link>", "<table:table/>"),
    DDE_FIELD("<text:dde-connection text:connection-name='x'/>", "<text:sequence text:name='x'/>"),
    FORM("<form:form form:datasource='Clients'/>", "<form:form form:datasource=''/>"),
    FORM_ADDRESS("<form:form xlink:href='https://evil.example/'/>", "<form:form xlink:href='../'/>"),
    FORM_DATABASE("<form:connection-resource xlink:href='x'/>", "<form:properties/>"),
    FORM_BUTTON(
            "<form:button xlink:href='javascript:x'/>", "<form:button xlink:href='.uno:FormController/moveToNext'/>"),
    FORM_PICTURE(
            "<form:image-frame form:image-data='http://evil.example/x'/>",
            "<form:image-frame form:image-data='Pictures/x'/>"),
    PROPERTY(
            "<form:property form:property-name='ImageURL' office:string-value='http://evil.example/x'/>",
            "<form:property form:property-name='Label' office:string-value='http://example.org/x'/>"),
    XFORMS("<xforms:submission action='x'/>", "<xforms:bind nodeset='x'/>"),
    XFORMS_DATA("<xforms:instance src='http://evil.example/x'/>", "<xforms:instance><data/></xforms:instance>"),
    XFORMS_LOAD("<xforms:load resource='//evil/x'/>", "<xforms:load/>"),
    SLIDE_ACTION(
            "<presentation:event-listener presentation:action='execute' xlink:href='x'/>",
            "<presentation:event-listener presentation:action='next-page'/>"),
    SLIDE_MACRO(
            "<presentation:event-listener presentation:action='show' xlink:href='vnd.sun.star.script:x'/>",
            "<presentation:event-listener presentation:action='show' xlink:href='#page'/>"),
    ANIMATION("<animation:command animation:command='verb'/>", "<animation:command animation:command='play'/>"),
    SLIDE_VERB(
            "<presentation:event-listener presentation:action='verb'/>",
            "<presentation:event-listener presentation:action='stop'/>"),
    QUERY("<table:database-source-sql table:sql-statement='x'/>", "<table:filter/>"),
    BASE("<text:p xml:base='http://evil.example/'/>", "<text:p xml:base='Object 1/'/>"),
    GLYPH("<math:mglyph src='http://evil.example/x'/>", "<math:mglyph src='Pictures/x'/>"),
    PALETTE(
            "<config:config-item config:name='ColorTableURL'>http://evil.example/x.soc</config:config-item>",
            "<config:config-item config:name='ColorTableURL'>$(inst)/x.soc</config:config-item>"),
    DATA(
            "<office:binary-data>0M8R4KGxGuEAAAAA</office:binary-data>",
            "<office:binary-data>iVBORw0KGgoAAAAN</office:binary-data>"),
    ENCRYPTION("<manifest:encryption-data/>", "<manifest:other/>");

    private final String active;
    private final String harmless;
    private final boolean namedAsInDrawings;

    OdfConstruct(String active, String harmless) {
        this(active, harmless, false);
    }

    OdfConstruct(String active, String harmless, boolean namedAsInDrawings) {
        this.active = active;
        this.harmless = harmless;
        this.namedAsInDrawings = namedAsInDrawings;
    }

    /** Whether it would do something if it were read as a drawing of browsers. */
    boolean isNamedAsInDrawings() {
        return namedAsInDrawings;
    }

    /** As a whole document. */
    String xml(boolean doing) {
        StringBuilder root = new StringBuilder("<office:x xmlns:xlink='http://www.w3.org/1999/xlink'"
                + " xmlns:xforms='http://www.w3.org/2002/xforms' xmlns:math='http://www.w3.org/1998/Math/MathML'"
                + " xmlns:calc='urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0'"
                + " xmlns:menu='http://openoffice.org/2001/menu'"
                + " xmlns:draw='urn:oasis:names:tc:opendocument:xmlns:drawing:1.0'");
        for (String name : new String[] {
            "office",
            "text",
            "table",
            "style",
            "form",
            "meta",
            "presentation",
            "script",
            "config",
            "manifest",
            "animation"
        }) {
            root.append(" xmlns:%1$s='urn:oasis:names:tc:opendocument:xmlns:%1$s:1.0'".formatted(name));
        }
        return root + " xmlns:svg='urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0'>"
                + (doing ? active : harmless) + "</office:x>";
    }
}
