package org.sluis.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.sluis.inspection.parsing.Removal;
import org.sluis.inspection.parsing.Rule;

/** The copy of a refused document, made by a real child and looked at by the whole gate. */
final class CopyMade {

    private final Cleaning cleaning;
    private final byte[] bytes;

    private CopyMade(Cleaning cleaning, byte[] bytes) {
        this.cleaning = cleaning;
        this.bytes = bytes;
    }

    /** Of a document that the gate refuses, to one that it lets in. */
    static CopyMade of(String name, byte[] refused) {
        Laboratory laboratory = Laboratory.shared();
        assertThat(laboratory.inspect(name, refused).objection()).isPresent();
        CopyMade copy = tried(name, refused);
        assertThat(copy.cleaning.obstacle()).isEmpty();
        assertThat(laboratory.inspect(name, copy.bytes).objection()).isEmpty();
        assertThat(copy.cleaning.size()).isEqualTo(copy.bytes.length);
        return copy;
    }

    static CopyMade tried(String name, byte[] document) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Cleaning cleaning = Laboratory.shared().clean(name, document, bytes);
        return new CopyMade(cleaning, bytes.toByteArray());
    }

    /** What the child said. */
    Cleaning cleaning() {
        return cleaning;
    }

    byte[] bytes() {
        return bytes;
    }

    List<Rule> rules() {
        return cleaning.removals().stream().map(Removal::rule).distinct().toList();
    }

    int removed() {
        return cleaning.removals().stream().mapToInt(Removal::count).sum();
    }

    /** The members of a package. */
    Map<String, String> members() {
        Map<String, String> members = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                members.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return members;
    }

    PDDocument pdf() {
        try {
            return Loader.loadPDF(bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** All that stands in any object of it, streams aside. */
    String pdfObjects() {
        StringBuilder text = new StringBuilder();
        try (PDDocument document = pdf()) {
            COSDocument objects = document.getDocument();
            objects.getXrefTable()
                    .keySet()
                    .forEach(key -> text.append(objects.getObjectFromPool(key).getObject()));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }

    String pdfText() {
        try (PDDocument document = pdf()) {
            return new PDFTextStripper().getText(document);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
