package org.sluis.inspection;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;

/** Builds PDF documents of one page, with whatever a test wants to put into them. */
public final class PdfSample {

    private final PDDocument document = new PDDocument();
    private final PDPage page = new PDPage();

    public PdfSample() {
        document.addPage(page);
    }

    PdfSample pages(int count) {
        for (int index = 1; index < count; index++) {
            document.addPage(new PDPage());
        }
        return this;
    }

    /** A dictionary of names and texts; a text in parentheses is a string. */
    public static COSDictionary dictionary(String... pairs) {
        COSDictionary dictionary = new COSDictionary();
        for (int index = 0; index < pairs.length; index += 2) {
            String value = pairs[index + 1];
            dictionary.setItem(
                    COSName.getPDFName(pairs[index]),
                    value.startsWith("(")
                            ? new COSString(value.substring(1, value.length() - 1))
                            : COSName.getPDFName(value));
        }
        return dictionary;
    }

    public PdfSample catalog(String key, COSBase value) {
        document.getDocumentCatalog().getCOSObject().setItem(COSName.getPDFName(key), value);
        return this;
    }

    PdfSample page(String key, COSBase value) {
        page.getCOSObject().setItem(COSName.getPDFName(key), value);
        return this;
    }

    /** An object of its own that others refer to. */
    COSBase indirect(COSDictionary object) {
        object.setDirect(false);
        return object;
    }

    /** A line of text on the page. */
    PdfSample text(String line) {
        try (PDPageContentStream content = new PDPageContentStream(document, page)) {
            content.beginText();
            content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
            content.newLineAtOffset(100, 700);
            content.showText(line);
            content.endText();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return this;
    }

    /** An annotation on the page, with this action or other content. */
    PdfSample annotation(String subtype, Map<String, COSBase> more) {
        COSDictionary annotation = dictionary("Type", "Annot", "Subtype", subtype);
        more.forEach((key, value) -> annotation.setItem(COSName.getPDFName(key), value));
        COSArray annotations = new COSArray();
        annotations.add(annotation);
        page.getCOSObject().setItem(COSName.ANNOTS, annotations);
        return this;
    }

    COSStream stream(String content) {
        return stream(content.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    COSStream stream(byte[] content) {
        COSStream stream = document.getDocument().createCOSStream();
        try (var out = stream.createOutputStream(COSName.FLATE_DECODE)) {
            out.write(content);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return stream;
    }

    public PdfSample attached(String name, byte[] content) {
        try {
            PDEmbeddedFile file = new PDEmbeddedFile(document, new ByteArrayInputStream(content), COSName.FLATE_DECODE);
            PDComplexFileSpecification specification = new PDComplexFileSpecification();
            specification.setFile(name);
            specification.setEmbeddedFile(file);
            PDEmbeddedFilesNameTreeNode files = new PDEmbeddedFilesNameTreeNode();
            files.setNames(Map.of(name, specification));
            PDDocumentNameDictionary names = new PDDocumentNameDictionary(document.getDocumentCatalog());
            names.setEmbeddedFiles(files);
            document.getDocumentCatalog().setNames(names);
            return this;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    public PdfSample encrypted(String owner, String user, int bits) {
        StandardProtectionPolicy policy = new StandardProtectionPolicy(owner, user, new AccessPermission());
        policy.setEncryptionKeyLength(bits);
        try {
            document.protect(policy);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return this;
    }

    public byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (document) {
            document.save(bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
