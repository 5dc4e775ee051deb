package org.sluis.inspection;

/** A workbook of one sheet with one value, and a drawing on it that shows a picture from elsewhere. */
public final class WorkbookSample {

    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/";

    private WorkbookSample() {}

    /** @param address of the picture */
    public static byte[] withPicture(String address) {
        return new Archive()
                .with("[Content_Types].xml", """
                        <?xml version='1.0'?><Types xmlns='%scontent-types'>\
                        <Default Extension='rels' ContentType='application/vnd.openxmlformats-package.relationships+xml'/>\
                        <Override PartName='/xl/workbook.xml' ContentType='%s.sheet.main+xml'/>\
                        <Override PartName='/xl/worksheets/sheet1.xml' ContentType='%s.worksheet+xml'/>\
                        <Override PartName='/xl/drawings/drawing1.xml' ContentType=\
                        'application/vnd.openxmlformats-officedocument.drawing+xml'/></Types>""".formatted(PACKAGE, type(), type()))
                .with("_rels/.rels", relationships("officeDocument", "xl/workbook.xml", ""))
                .with("xl/_rels/workbook.xml.rels", relationships("worksheet", "worksheets/sheet1.xml", ""))
                .with("xl/workbook.xml", """
                        <?xml version='1.0'?><workbook xmlns='%s' xmlns:r='%s'><sheets>\
                        <sheet name='Figures' sheetId='1' r:id='r1'/></sheets></workbook>""".formatted(MAIN, OFFICE))
                .with("xl/worksheets/sheet1.xml", """
                        <?xml version='1.0'?><worksheet xmlns='%s' xmlns:r='%s'><sheetData><row r='1'><c r='A1'>\
                        <v>52.5</v></c></row></sheetData><drawing r:id='r1'/></worksheet>""".formatted(MAIN, OFFICE))
                .with("xl/worksheets/_rels/sheet1.xml.rels", relationships("drawing", "../drawings/drawing1.xml", ""))
                .with("xl/drawings/drawing1.xml", """
                        <?xml version='1.0'?><xdr:wsDr xmlns:xdr='%sspreadsheetDrawing' xmlns:a='%smain' xmlns:r='%s'>\
                        <xdr:absoluteAnchor><xdr:pic><xdr:blipFill><a:blip r:link='r1'/></xdr:blipFill></xdr:pic>\
                        <xdr:clientData/></xdr:absoluteAnchor></xdr:wsDr>""".formatted(DRAWING, DRAWING, OFFICE))
                .with("xl/drawings/_rels/drawing1.xml.rels", relationships("image", address, " TargetMode='External'"))
                .bytes();
    }

    private static String type() {
        return "application/vnd.openxmlformats-officedocument.spreadsheetml";
    }

    private static String relationships(String kind, String target, String mode) {
        return "<?xml version='1.0'?><Relationships xmlns='%srelationships'><Relationship Id='r1' Type='%s/%s' Target='%s'%s/></Relationships>"
                .formatted(PACKAGE, OFFICE, kind, target, mode);
    }
}
