package org.sluis.inspection;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sluis.inspection.parsing.Objection;
import org.sluis.inspection.parsing.Rule;

/** Plain text and JSON: whatever people's programs write, and nothing that is more than text (security rows F1, X2). */
class TextTest {

    private final Laboratory laboratory = Laboratory.shared();

    private Optional<Rule> rule(String name, byte[] bytes) {
        return laboratory.inspect(name, bytes).objection().map(Objection::rule);
    }

    private Optional<Rule> rule(String text) {
        return rule("a.txt", text.getBytes(ISO_8859_1));
    }

    private static byte[] littleEndian(String text) {
        return ("\ufeff" + text).getBytes(UTF_16LE);
    }

    private static byte[] bigEndian(String text) {
        return ("\ufeff" + text).getBytes(UTF_16BE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "28 days: 52,5 N/mm\u00b2\n",
                "\ufeffdate;value\r\n",
                "a\tb\fc\u000bd",
                "x < y && y > z",
                "%comment",
                "Caf\u00e9",
                "%! is a sign",
                "ID;Name;Value\r\n1;a;2\r\n",
                "MZ;Intensity\r\n100,1;5\r\n",
                "CWS;kg\r\n",
                "P1 52,3\r\n",
                "BM;1",
                "GIF89a is an old format",
                "PK 12",
                "Rem a note\r\n",
                "@echo is a word",
                "BZh is written here",
                "From: here on all is well\n",
                "From: Jan\r\nSent: Monday\r\nTo: Piet\r\nSubject: test\r\n\r\nHello",
                "To: Piet\nFrom: Jan\nDate: Monday\nSubject: memo\n\nHello",
                "%!PS is a marker",
                "some text <script > and <body>, <svg>, <!DOCTYPE html>",
                "id;note\n1;one<br>two\n2;<p>x</p>",
                "step 1 \u001b[32mdone\u001b[0m\r\n\u001b[1;31mfailed\u001b[K",
                "ID;P;T\n1;2,5;20\n",
                "ID;Preis;Name\n1;2;a\nB;X1;b\n",
                "ID;PREIS\nA;2\nB;3\n",
                "IDs of samples"
            })
    void textOfPeoplePassesInEveryCharacterSet(String text) {
        String plain = text.replace("\ufeff", "");
        assertThat(rule("a.txt", text.getBytes(UTF_8))).isEmpty();
        assertThat(rule("a.csv", plain.getBytes(ISO_8859_1))).isEmpty();
        assertThat(rule("a.txt", littleEndian(plain))).isEmpty();
        assertThat(rule("a.txt", bigEndian(plain))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "a.txt, text/plain",
        "a.log, text/plain",
        "a.dat, text/plain",
        "a.ASC, text/plain",
        "a.csv, text/csv",
        "a.tsv, text/tab-separated-values"
    })
    void extensionSaysWhichKindOfTextItIs(String name, String type) {
        for (byte[] bytes : new byte[][] {"a\tb".getBytes(US_ASCII), littleEndian("a\tb")}) {
            Inspection found = laboratory.inspect(name, bytes);
            assertThat(found.objection()).isEmpty();
            assertThat(found.mediaType()).isEqualTo(type);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "windows-1250",
                "windows-1251",
                "windows-1252",
                "windows-1253",
                "windows-1254",
                "windows-1257",
                "ISO-8859-2",
                "ISO-8859-5",
                "ISO-8859-7",
                "ISO-8859-15",
                "IBM437",
                "IBM850",
                "IBM852",
                "IBM866",
                "KOI8-R",
                "Shift_JIS",
                "GB18030"
            })
    void lettersOfEveryCodePagePass(String name) {
        Charset charset = Charset.forName(name);
        StringBuilder letters = new StringBuilder();
        for (int letter = 0xa0; letter < 0x4e80; letter++) {
            if (Character.isLetter(letter) && charset.newEncoder().canEncode((char) letter)) {
                letters.append((char) letter);
            }
        }
        assertThat(letters).hasSizeGreaterThan(40);
        assertThat(rule("a.txt", letters.toString().getBytes(charset))).isEmpty();
    }

    /** Each single byte, alone in a text, early and behind what is read first. */
    @Test
    void controlCharactersOtherThanThoseOfAPageAreRefused() {
        String allowed = "\t\n\u000b\f\r";
        for (int control = 0; control < 0x80; control = control == 0x1f ? 0x7f : control + 1) {
            String text = "ab" + (char) control + "cd";
            boolean passes = allowed.indexOf(control) >= 0;
            Rule[] expected = passes ? new Rule[0] : new Rule[] {Rule.TYPE_UNKNOWN};
            assertThat(rule(text).stream()).as("character %x", control).containsExactly(expected);
            assertThat(rule("a.txt", bigEndian(text)).stream()).containsExactly(expected);
            assertThat(rule("x".repeat(70_000) + text).stream()).containsExactly(expected);
        }
        assertThat(rule("a.txt", littleEndian("a\u009bb"))).contains(Rule.TYPE_UNKNOWN);
    }

    @Test
    void dosEndsATextWithItsOwnCharacter() {
        assertThat(rule("1;52,5\r\n\u001a")).isEmpty();
        assertThat(rule("1;52,5\r\n\u001a\u001a\u001a")).isEmpty();
        assertThat(rule("a.txt", littleEndian("1\u001a"))).isEmpty();
        assertThat(rule("1;52,5\r\n\u001a\r\nmore")).contains(Rule.TYPE_UNKNOWN);
        assertThat(rule("x".repeat(65_535) + "\u001a" + "more")).contains(Rule.TYPE_UNKNOWN);
    }

    @Test
    void pairsOfBytesMustBeCharacters() {
        assertThat(rule("a.txt", littleEndian("x\ud83d\ude00".repeat(30_000)))).isEmpty();
        assertThat(rule("\u00fe\u00ff\0a\u00de\0\0b")).contains(Rule.TYPE_UNKNOWN);
        assertThat(rule("\u00fe\u00ff\0a\u00d8=\0b")).contains(Rule.TYPE_UNKNOWN);
        assertThat(rule("\u00ff\u00fea\0=\u00d8")).contains(Rule.DAMAGED);
        assertThat(rule("\u00ff\u00fea\0b")).contains(Rule.TYPE_UNKNOWN);
        assertThat(rule("a\0b\0")).contains(Rule.TYPE_UNKNOWN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html>",
                "<!DOCTYPE html><p>",
                "  <script>x",
                "<!-- x -->",
                "<svg xmlns='http://www.w3.org/2000/svg'/>"
            })
    void whatABrowserTakesForAPageIsRefused(String text) {
        for (byte[] bytes : new byte[][] {text.getBytes(UTF_8), littleEndian(text), bigEndian(text)}) {
            Optional<Objection> found = laboratory.inspect("a.txt", bytes).objection();
            assertThat(found.map(Objection::rule)).contains(Rule.WEB_PAGE);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'#!/bin/sh\n'|PROGRAM|",
                "'%!PS-Adobe-3.0\n'|TYPE_NOT_TAKEN|application/postscript",
                "{\\rtf1 x}|TYPE_NOT_TAKEN|application/rtf",
                "{\\rt\\object x}|TYPE_NOT_TAKEN|application/rtf",
                "'%!\n/a 1 def'|TYPE_NOT_TAKEN|application/postscript",
                "'ID;P\nO;E\nNN;NAuto_open;ER1C1;KX;F\nC;E EXEC(\"calc\");X1;Y1\nE\n'|TYPE_NOT_TAKEN|application/x-sylk",
                "'ID;PWXL;N;E\n\n1;2\nO;E\n'|TYPE_NOT_TAKEN|application/x-sylk",
                "'ID;Pxl\nO;E\nC;X1;Y1;K0\n'|TYPE_NOT_TAKEN|application/x-sylk",
                "'MIME-Version:1.0\nContent-Type:multipart/related\n\nx'|MAIL_MESSAGE|message/rfc822",
                "'ID;PWXL;N;E\nB;Y2;X2\nC;Y1;X1;K1\nE\n'|TYPE_NOT_TAKEN|application/x-sylk",
                "'From: a@b.eu\nTo: c@d.eu\nMIME-Version: 1.0\n\nx'|MAIL_MESSAGE|message/rfc822",
                "'Received: from a\n by b\nDate: x\nSubject: y\n\nx'|MAIL_MESSAGE|message/rfc822",
                "'From a@b.eu Mon Nov 23 10:00:00 2026\nReturn-Path: <a@b.eu>\nFrom: a@b.eu\nTo: c'|MAIL_MESSAGE|message/rfc822",
                "'-----BEGIN PGP MESSAGE-----\n\nhQE'|RECIPIENT_KEYS|application/pgp-encrypted",
                "%PDF-1.7 text|DAMAGED|"
            })
    void textThatIsAnotherFormatIsRefused(String text, Rule rule, String detected) {
        Inspection found = laboratory.inspect(rule == Rule.DAMAGED ? "a.pdf" : "a.txt", text.getBytes(UTF_8));
        assertThat(found.objection().map(Objection::rule)).contains(rule);
        if (detected != null) {
            assertThat(found.objection().flatMap(Objection::detected)).contains(detected);
        }
    }

    /** Macros behind whatever fills the first bytes are still those of a workbook. */
    @Test
    void longWorkbookInPlainCharactersIsRefused() {
        String padded = "ID;PWXL;N;E\n" + "P;PGeneral\n".repeat(7_000) + "O;E\n";
        assertThat(rule("a.csv", padded.getBytes(US_ASCII))).contains(Rule.TYPE_NOT_TAKEN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1;1,50;Artikel\n", "999 ", "B;", "\n", "From ", "a:", "//"})
    void longTextIsReadInReasonableTime(String piece) {
        for (String start : new String[] {"ID;Preis;Name\n1;1;1\n", "From a 2026", "From a" + " ".repeat(9_000)}) {
            assertThat(rule("a.csv", (start + piece.repeat(60_000)).getBytes(US_ASCII)))
                    .isEmpty();
        }
        assertThat(rule("a.dxf", piece.repeat(30_000).getBytes(US_ASCII))).contains(Rule.EXTENSION);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u001b[6n",
                "\u001b]0;x\u0007",
                "\u001b[0;\"x\"p",
                "\u001bc",
                "\u001b[",
                "\u001b[1\u001b[m",
                "\u001b[1\u001a"
            })
    void whatMakesATerminalDoMoreThanShowIsRefused(String sequence) {
        assertThat(rule("a.log", ("text " + sequence).getBytes(US_ASCII))).contains(Rule.TYPE_UNKNOWN);
        assertThat(rule("a.log", ("x".repeat(65_534) + sequence).getBytes(US_ASCII)))
                .contains(Rule.TYPE_UNKNOWN);
    }

    @Test
    void coloursPassWhereTheTextIsReadInPieces() {
        assertThat(rule("a.log", ("x".repeat(65_534) + "\u001b[32mdone").getBytes(US_ASCII)))
                .isEmpty();
    }

    @Test
    void programsAreKnownByTheirStructure() {
        assertThat(rule("MZ\u0090\0\3\0\0\0")).contains(Rule.PROGRAM);
        assertThat(rule("\u007fELF\2\1\1\0")).contains(Rule.PROGRAM);
        assertThat(rule("CWS\10\1\0\0\0x")).contains(Rule.PROGRAM);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[1, -2.5e3, \"\\u00e9\", true, null, {\"a\": []}]", "\"<html>\"", " 1 "})
    void jsonPasses(String json) {
        assertThat(rule("a.json", json.getBytes(UTF_8))).isEmpty();
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
        assertThat(rule("a.json", json.getBytes(UTF_8))).contains(Rule.DAMAGED);
    }

    @Test
    void deepJsonIsTooComplex() {
        assertThat(rule("a.json", "[".repeat(100_000).getBytes(US_ASCII))).contains(Rule.NESTING);
        String justTooDeep = "[".repeat(600) + "]".repeat(600);
        assertThat(rule("a.json", justTooDeep.getBytes(US_ASCII))).contains(Rule.NESTING);
    }
}
