import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.common.usermodel.HyperlinkType;
import org.apache.poi.ooxml.POIXMLDocument;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.ClientAnchor;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xslf.usermodel.XSLFSlide;
import org.apache.poi.xslf.usermodel.XSLFTextBox;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;

/**
 * Documents as Java's programs write them: Apache POI and java.util.zip. Prints one line of the corpus's table for each: file,
 * sent as, category, what must become of it.
 */
public final class Everyday {

    private static final byte[] PIXEL = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");
    private static final int ROUNDS = 5;

    private final Path folder;

    private Everyday(Path folder) {
        this.folder = folder;
    }

    public static void main(String[] arguments) throws Exception {
        Everyday everyday = new Everyday(Path.of(arguments[0]));
        everyday.workbooks();
        everyday.documents();
        everyday.presentations();
        everyday.archives();
    }

    private interface Content {
        void write(OutputStream target) throws Exception;
    }

    private void out(String name, Content content) throws Exception {
        Path file = folder.resolve(name);
        try (OutputStream target = Files.newOutputStream(file)) {
            content.write(target);
        }
        System.out.println(String.join("\t", file.toString(), name, "test-report", "AVAILABLE"));
    }

    private void workbooks() throws Exception {
        Map<String, BiConsumer<XSSFWorkbook, XSSFSheet>> features = new LinkedHashMap<>();
        features.put("plain", (book, sheet) -> {});
        features.put("formula", (book, sheet) -> cell(sheet).setCellFormula("SUM(A1:A5)*2"));
        features.put("link", (book, sheet) -> link(book, sheet, HyperlinkType.URL, "https://example.org/norm"));
        features.put("mail", (book, sheet) -> link(book, sheet, HyperlinkType.EMAIL, "mailto:lab@example.org"));
        features.put("file", (book, sheet) -> link(book, sheet, HyperlinkType.FILE, "annex.pdf"));
        features.put("inside", (book, sheet) -> link(book, sheet, HyperlinkType.DOCUMENT, "'Image (2)'!A1"));
        features.put("comment", (book, sheet) -> cell(sheet).setCellComment(comment(book, sheet)));
        features.put("merged", (book, sheet) -> sheet.addMergedRegion(new CellRangeAddress(20, 22, 0, 2)));
        features.put("filter", (book, sheet) -> sheet.setAutoFilter(new CellRangeAddress(0, 9, 0, 1)));
        features.put("locked", (book, sheet) -> sheet.protectSheet("secret"));
        features.put("picture", (book, sheet) -> {
            ClientAnchor anchor = book.getCreationHelper().createClientAnchor();
            sheet.createDrawingPatriarch().createPicture(anchor, book.addPicture(PIXEL, Workbook.PICTURE_TYPE_PNG));
        });
        for (Map.Entry<String, BiConsumer<XSSFWorkbook, XSSFSheet>> feature : features.entrySet()) {
            for (int round = 0; round < ROUNDS; round++) {
                XSSFWorkbook book = new XSSFWorkbook();
                XSSFSheet sheet = book.createSheet("Image (2)");
                for (int row = 0; row < 10 + 50 * round; row++) {
                    sheet.createRow(row).createCell(0).setCellValue(row * 1.5);
                }
                feature.getValue().accept(book, sheet);
                out("poi-" + feature.getKey() + "-" + round + ".xlsx", book::write);
            }
        }
        SXSSFWorkbook streamed = new SXSSFWorkbook(100);
        org.apache.poi.ss.usermodel.Sheet lots = streamed.createSheet("Lots");
        for (int row = 0; row < 10_000; row++) {
            lots.createRow(row).createCell(0).setCellValue("lot " + row);
        }
        out("poi-streamed.xlsx", streamed::write);
    }

    private static Cell cell(XSSFSheet sheet) {
        return sheet.getRow(0).createCell(3);
    }

    private static void link(XSSFWorkbook book, XSSFSheet sheet, HyperlinkType type, String address) {
        org.apache.poi.ss.usermodel.Hyperlink link = book.getCreationHelper().createHyperlink(type);
        link.setAddress(address);
        cell(sheet).setHyperlink(link);
    }

    private static org.apache.poi.ss.usermodel.Comment comment(XSSFWorkbook book, XSSFSheet sheet) {
        org.apache.poi.ss.usermodel.Comment comment =
                sheet.createDrawingPatriarch().createCellComment(book.getCreationHelper().createClientAnchor());
        comment.setString(book.getCreationHelper().createRichTextString("checked"));
        return comment;
    }

    private void documents() throws Exception {
        for (int round = 0; round < 4 * ROUNDS; round++) {
            XWPFDocument document = new XWPFDocument();
            for (int line = 0; line <= round; line++) {
                document.createParagraph().createRun().setText("Lot " + line + ": 52,5 N/mm² à 28 jours");
            }
            document.createTable(3, 2).getRow(0).getCell(0).setText("value");
            if (round % 2 == 0) {
                document.createParagraph().createRun().addPicture(
                        new java.io.ByteArrayInputStream(PIXEL), XWPFDocument.PICTURE_TYPE_PNG, "p.png", 9_525, 9_525);
            }
            write("poi-" + round + ".docx", document);
        }
    }

    private void presentations() throws Exception {
        for (int round = 0; round < 4 * ROUNDS; round++) {
            XMLSlideShow show = new XMLSlideShow();
            for (int number = 0; number <= round % 5; number++) {
                XSLFSlide slide = show.createSlide();
                XSLFTextBox box = slide.createTextBox();
                box.setText("Slide " + number);
                box.setAnchor(new java.awt.Rectangle(50, 50, 300, 50));
            }
            write("poi-" + round + ".pptx", show);
        }
    }

    private void write(String name, POIXMLDocument document) throws Exception {
        out(name, document::write);
    }

    private void archives() throws Exception {
        for (int round = 0; round < 4 * ROUNDS; round++) {
            int members = 1 + round * 5;
            out("java-" + round + ".zip", target -> {
                ZipOutputStream archive = new ZipOutputStream(target);
                for (int number = 0; number < members; number++) {
                    archive.putNextEntry(new ZipEntry("lab/" + number + " é.txt"));
                    archive.write("lot\r\n".repeat(number + 1).getBytes(StandardCharsets.UTF_8));
                    archive.closeEntry();
                }
                archive.finish();
            });
        }
    }
}
