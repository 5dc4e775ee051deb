package org.sluis.inspection;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.sluis.inspection.PdfSample.dictionary;

import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sluis.inspection.parsing.Objection;
import org.sluis.inspection.parsing.Rule;

/** Files attached to PDF documents: text of any name that does not run, and whatever may come in by itself (row F4). */
class PdfAttachmentsTest {

    private static final byte[] TEXT = "<< /ASCII85EncodePages false >> setdistillerparams\n".getBytes(US_ASCII);

    private final Laboratory laboratory = Laboratory.shared();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PDFX4.joboptions",
                "report.tex",
                "build.log",
                "readme",
                "Main.java",
                "factur-x.xml.bak",
                "schema.xsd",
                "model.f90",
                "version 1.2",
                "README."
            })
    void textOfAnyNameThatDoesNotRun(String name) {
        assertThat(laboratory
                        .inspect("a.pdf", new PdfSample().attached(name, TEXT).bytes())
                        .objection())
                .isEmpty();
    }

    @Test
    void fileWithoutANamePasses() {
        PdfSample sample = new PdfSample();
        var file = sample.stream(TEXT);
        file.setItem(COSName.TYPE, COSName.EMBEDDED_FILE);
        assertThat(laboratory
                        .inspect("a.pdf", sample.catalog("Sluis", file).bytes())
                        .objection())
                .isEmpty();
        assertThat(laboratory.scanned()).contains(TEXT.length);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "setup.exe",
                "run.bat",
                "page.html",
                "x.vbs.",
                "x.bat ",
                "x.vbs . .",
                "x.vbs::$DATA",
                "x.vbs:a.txt",
                "x.py",
                "x.inetloc",
                "x.xsl"
            })
    void programByItsNameIsNamed(String name) {
        Objection found = objection(new PdfSample().attached(name, TEXT));
        assertThat(found.rule()).isEqualTo(Rule.ATTACHED_PROGRAM);
        assertThat(found.member()).contains(name);
    }

    /** What opens a file that is called so is anybody's guess, and often runs it. */
    @ParameterizedTest
    @ValueSource(strings = {"x.doc", "x.xls", "x.newtype", "x.txt::$DATA", "x.vbs\u200b"})
    void textOfANameThatNoTextHasIsRefused(String name) {
        assertThat(objection(new PdfSample().attached(name, TEXT)).rule()).isEqualTo(Rule.EXTENSION);
    }

    @Test
    void programByItsContentIsNamed() {
        Objection found = objection(new PdfSample().attached("readme", "#!/bin/sh\nrm x\n".getBytes(US_ASCII)));
        assertThat(found.rule()).isEqualTo(Rule.ATTACHED_PROGRAM);
        assertThat(found.member()).contains("readme");
    }

    @ParameterizedTest
    @ValueSource(strings = {"F", "Unix", "DOS", "Mac"})
    void everyNameOfAFileCounts(String key) {
        PdfSample sample = new PdfSample();
        COSDictionary files = new COSDictionary();
        files.setItem(COSName.F, sample.stream(TEXT));
        COSDictionary specification = dictionary("Type", "Filespec", "UF", "(note.txt)", key, "(setup.exe)");
        specification.setItem(COSName.EF, files);
        Objection found = objection(sample.catalog("Sluis", specification));
        assertThat(found.rule()).isEqualTo(Rule.ATTACHED_PROGRAM);
        assertThat(found.member()).contains("setup.exe");
    }

    @Test
    void secondNameIsHeldToTheSame() {
        PdfSample sample = new PdfSample();
        COSDictionary files = new COSDictionary();
        files.setItem(COSName.F, sample.stream(TEXT));
        COSDictionary specification = dictionary("Type", "Filespec", "UF", "(note.txt)", "F", "(note.newtype)");
        specification.setItem(COSName.EF, files);
        assertThat(objection(sample.catalog("Sluis", specification)).rule()).isEqualTo(Rule.EXTENSION);
    }

    private Objection objection(PdfSample sample) {
        return laboratory.inspect("a.pdf", sample.bytes()).objection().orElseThrow();
    }
}
