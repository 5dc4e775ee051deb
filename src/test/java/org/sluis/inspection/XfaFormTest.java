package org.sluis.inspection;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sluis.inspection.parsing.Objection;
import org.sluis.inspection.parsing.Rule;

/** What an XFA form in a PDF document may not do, and the ordinary forms that look like it (security row F4). */
class XfaFormTest {

    private static final String FORM = "<xdp:xdp xmlns:xdp='http://ns.adobe.com/xdp/'>%s</xdp:xdp>";

    private final Laboratory laboratory = Laboratory.shared();

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "PDF_REMOTE_CONTENT!http://evil.example/i.png!<image href='http://evil.example/i.png'/>",
                "NETWORK_SHARE!//evil/s/i.png!<image href='//evil/s/i.png'/>",
                "PDF_REMOTE_CONTENT!http://evil.example/p.xdp#x!<subform usehref='http://evil.example/p.xdp#x'/>",
                "PDF_REMOTE_CONTENT!http://evil.example/t/!<template><base>http://evil.example/t/</base></template>",
                "NETWORK_SHARE!//evil/s!<a href='//evil/s'/>",
                "PDF_DYNAMIC_FORM!xmlConnection!<connectionSet><xmlConnection/></connectionSet>",
                "PDF_DYNAMIC_FORM!script!<field><event><script>x</script></event></field>",
                "PDF_DYNAMIC_FORM!!<field>",
                "PDF_DYNAMIC_FORM!xml-stylesheet href='//evil/s/x.xslt'!<?xml-stylesheet href='//evil/s/x.xslt'?>"
            })
    void formThatRunsOrFetchesIsRefusedByName(Rule rule, String subject, String content) {
        Objection found = inspect(FORM.formatted(content)).orElseThrow();
        assertThat(found.rule()).isEqualTo(rule);
        assertThat(found.subject()).isEqualTo(Optional.ofNullable(subject));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<connectionSet/><image href='logo.png'/><subform usehref='#other'/>",
                "<a href='https://example.org/'>more</a><?originalXFAVersion http://www.xfa.org/?>",
                "<template><base>C:\\forms\\</base></template>"
            })
    void formThatLaysOutPasses(String content) {
        assertThat(inspect(FORM.formatted(content))).isEmpty();
    }

    @Test
    void formInAnotherEncodingIsRefused() {
        PdfSample sample = new PdfSample();
        String form = FORM.formatted("<field/>");
        assertThat(inspect(sample, sample.stream(form.getBytes(UTF_16)))
                        .orElseThrow()
                        .rule())
                .isEqualTo(Rule.PDF_DYNAMIC_FORM);
        assertThat(inspect("<?xml version='1.0' encoding='shift_jis'?>" + form)
                        .orElseThrow()
                        .rule())
                .isEqualTo(Rule.PDF_DYNAMIC_FORM);
        assertThat(inspect("<?xml version='1.0' encoding='UTF-8'?>" + form)).isEmpty();
    }

    @Test
    void packetsAreReadTogetherAndEachByItself() {
        String begin = "<xdp:xdp xmlns:xdp='http://ns.adobe.com/xdp/'>";
        String end = "</xdp:xdp>";
        String script = "<template><script>x</script></template>";
        assertThat(packets("a", begin, "b", "<template/>", "c", "<form/>", "d", end))
                .isEmpty();
        assertThat(packets("a", begin, "b", script, "c", end)).isPresent();
        assertThat(packets("a", begin + "<!--", "b", script, "c", "-->" + end)).isPresent();
        Objection twice = packets("a", begin, "b", "<template/>", "b", "<template/>", "c", end)
                .orElseThrow();
        assertThat(twice.rule()).isEqualTo(Rule.PDF_DYNAMIC_FORM);
        assertThat(twice.subject()).contains("b");
    }

    private Optional<Objection> packets(String... namesAndContents) {
        PdfSample sample = new PdfSample();
        COSArray array = new COSArray();
        for (int index = 0; index < namesAndContents.length; index += 2) {
            array.add(new COSString(namesAndContents[index]));
            array.add(sample.stream(namesAndContents[index + 1].getBytes(UTF_8)));
        }
        return inspect(sample, array);
    }

    private Optional<Objection> inspect(String form) {
        PdfSample sample = new PdfSample();
        return inspect(sample, sample.stream(form));
    }

    private Optional<Objection> inspect(PdfSample sample, COSBase form) {
        COSDictionary fields = new COSDictionary();
        fields.setItem(COSName.getPDFName("XFA"), form);
        return laboratory
                .inspect("a.pdf", sample.catalog("AcroForm", fields).bytes())
                .objection();
    }
}
