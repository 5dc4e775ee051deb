package org.sluis.inspection.parsing;

import java.awt.Dimension;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.zip.DataFormatException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.OperatorName;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.filter.MissingImageReaderException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.FontMappers;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.rendering.PageDrawer;
import org.apache.pdfbox.rendering.PageDrawerParameters;

/** The pages of a PDF document. */
final class PdfPicture implements PagedPicture {

    private static final int RIGHT_ANGLE = 90;

    /** What draws a picture, a form or a shading. */
    private static final Set<String> DRAWING = Set.of(
            OperatorName.DRAW_OBJECT,
            OperatorName.BEGIN_INLINE_IMAGE,
            OperatorName.END_INLINE_IMAGE,
            OperatorName.SHADING_FILL);

    static {
        FontMappers.set(new OneFont());
    }

    private final PDDocument document;

    PdfPicture(Bytes file) throws IOException {
        document = Loader.loadPDF(new PdfBytes(file));
    }

    @Override
    public int pages() {
        return document.getNumberOfPages();
    }

    @Override
    public BufferedImage page(int number, int width) throws IOException {
        PDRectangle box = box(number);
        PDFRenderer renderer = new WholePages(document);
        renderer.setSubsamplingAllowed(true);
        float scale = (float) PagedPicture.scale(box.getWidth(), box.getHeight(), width);
        return renderer.renderImage(number - 1, scale, ImageType.RGB);
    }

    @Override
    public Dimension size(int number, int width) {
        PDRectangle box = box(number);
        double scale = PagedPicture.scale(box.getWidth(), box.getHeight(), width);
        return new Dimension((int) Math.max(1, box.getWidth() * scale), (int) Math.max(1, box.getHeight() * scale));
    }

    /** What of the page is shown, as it lies. */
    private PDRectangle box(int number) {
        PDPage page = document.getPage(number - 1);
        PDRectangle box = page.getCropBox();
        boolean upright = page.getRotation() / RIGHT_ANGLE % 2 == 0;
        float across = upright ? box.getWidth() : box.getHeight();
        float down = upright ? box.getHeight() : box.getWidth();
        return new PDRectangle(across, down);
    }

    @Override
    public void close() throws IOException {
        document.close();
    }

    /** A page with a picture left out looks like a page without it: nobody is shown that. */
    private static final class WholePages extends PDFRenderer {

        WholePages(PDDocument document) {
            super(document);
        }

        @Override
        protected PageDrawer createPageDrawer(PageDrawerParameters parameters) throws IOException {
            return new PageDrawer(parameters) {
                @Override
                protected void operatorException(Operator operator, List<COSBase> operands, IOException fault)
                        throws IOException {
                    boolean drawing = DRAWING.contains(operator.getName());
                    boolean damage = fault.getCause() instanceof DataFormatException;
                    if (drawing || damage || fault instanceof MissingImageReaderException) {
                        throw new Refusal(Rule.VARIANT);
                    }
                    super.operatorException(operator, operands, fault);
                }
            };
        }
    }
}
