package org.sluis.inspection;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sluis.kernel.Problem;

/** Text, XML and JSON: what they may hold, and what is something else (security rows F1, F2, F6, X2). */
class PicturesAndTextTest {

    private final Laboratory laboratory = Laboratory.shared();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "28 days: 52,5 N/mm\u00b2\n",
                "\ufeffdate;value\r\n",
                "a\tb\fc",
                "x < y && y > z",
                "%comment",
                "Caf\u00e9"
            })
    void textOfPeoplePasses(String text) {
        assertThat(laboratory.refusal("a.txt", text.getBytes(UTF_8))).isEmpty();
        assertThat(laboratory.refusal("a.csv", text.replace("\ufeff", "").getBytes(ISO_8859_1)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html>",
                "<!DOCTYPE html><p>",
                "  <script>x",
                "<!-- x -->",
                "<svg xmlns='http://www.w3.org/2000/svg'/>",
                "some text <script >",
                "#!/bin/sh\n",
                "a\0b",
                "a\u001bb",
                "%!PS-Adobe-3.0\n",
                "{\\rtf1 x}"
            })
    void textThatIsSomethingElseIsRefused(String text) {
        assertThat(laboratory.refusal("a.txt", text.getBytes(UTF_8))).contains(Problem.TYPE_NOT_ALLOWED);
    }

    @Test
    void bytesOfNoCharacterSetAreNoText() {
        byte[] undefined = {'a', (byte) 0x81, 'b'};
        assertThat(laboratory.refusal("a.txt", undefined)).contains(Problem.TYPE_NOT_ALLOWED);
        byte[] late = Archive.joined("x".repeat(300_000).getBytes(US_ASCII), new byte[] {0});
        assertThat(laboratory.refusal("a.txt", late)).contains(Problem.TYPE_NOT_ALLOWED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[1, -2.5e3, \"\\u00e9\", true, null, {\"a\": []}]", "\"<html>\"", " 1 "})
    void jsonPasses(String json) {
        assertThat(laboratory.refusal("a.json", json.getBytes(UTF_8))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "[1,]",
                "01",
                "{'a':1}",
                "[1] x",
                "\"a\nb\"",
                "nul",
                "{\"a\" 1}",
                "\"\\x\"",
                "-",
                "1.",
                "\u00e9"
            })
    void whatIsNoJsonIsRefused(String json) {
        assertThat(laboratory.refusal("a.json", json.getBytes(UTF_8))).contains(Problem.UNREADABLE_CONTENT);
    }

    @Test
    void deepJsonAndXmlAreTooComplex() {
        assertThat(laboratory.refusal("a.json", "[".repeat(100_000).getBytes(US_ASCII)))
                .contains(Problem.TOO_COMPLEX);
        String justTooDeep = "[".repeat(600) + "]".repeat(600);
        assertThat(laboratory.refusal("a.json", justTooDeep.getBytes(US_ASCII))).contains(Problem.TOO_COMPLEX);
        assertThat(laboratory.refusal("a.xml", "<a>".repeat(100_000).getBytes(US_ASCII)))
                .contains(Problem.TOO_COMPLEX);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<?xml version='1.0'?><a xmlns='urn:x'>1</a>|",
                "<a/>|",
                "<a>|UNREADABLE_CONTENT",
                "<!DOCTYPE a [<!ENTITY b 'x'>]><a>&b;</a>|UNREADABLE_CONTENT",
                "<!DOCTYPE a SYSTEM 'http://127.0.0.1:1/x'><a/>|UNREADABLE_CONTENT",
                "<a xmlns:h='http://www.w3.org/1999/xhtml'><h:script/></a>|TYPE_NOT_ALLOWED",
                "<svg xmlns='http://www.w3.org/2000/svg'/>|TYPE_NOT_ALLOWED",
                "<html/>|TYPE_NOT_ALLOWED",
                "<?xml-stylesheet href='x.xsl'?><a/>|TYPE_NOT_ALLOWED"
            })
    void xmlIsDataWithoutDocumentTypesAndPages(String xml, Problem problem) {
        assertThat(laboratory.refusal("a.xml", xml.getBytes(UTF_8))).isEqualTo(java.util.Optional.ofNullable(problem));
    }
}
