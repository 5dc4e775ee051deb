package org.sluis.inspection.parsing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MimeTypes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each line of our own before Tika's has a beginning of a file that Tika calls something else. Where it no longer has, Tika
 * has learnt the same, and the line can go.
 */
class MagicTest {

    private static final int DISC_OFFSET = 0x8001;

    static Stream<Arguments> own() {
        return Stream.of(
                Arguments.of("office package", bytes("PK\3\4", "[Content_Types].xml", 30), "zip", MediaTypes.ZIP),
                Arguments.of(
                        "compound of old tools",
                        bytes("\u00d0\u00cf\u0011\u00e0\u000e\u0011\u00fc\r"),
                        "doc",
                        Magic.COMPOUND),
                Arguments.of(
                        "compound with a disc",
                        bytes("\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1", "CD001", DISC_OFFSET),
                        "doc",
                        Magic.COMPOUND),
                Arguments.of("script", text("#!/usr/bin/perl\n"), "txt", Magic.PROGRAM),
                Arguments.of("program of windows", bytes("MZ\u0090\0"), "pdf", Magic.PROGRAM),
                Arguments.of(
                        "PDF after a line with a page", bytes(" \n%PDF-1.7\n", "<html>", 16), "pdf", MediaTypes.PDF),
                Arguments.of("film of any brand", bytes("\0\0\0 ftypiso5"), "mp4", MediaTypes.MP4),
                Arguments.of("HEIC of any brand", bytes("\0\0\0 ftypmif1"), "heic", MediaTypes.HEIC),
                Arguments.of("sound with a page", bytes("RIFF\0\0\0\0WAVE", "<html>", 16), "wav", MediaTypes.WAVE),
                Arguments.of("large sound", bytes("RF64\0\0\0\0WAVE"), "wav", MediaTypes.WAVE),
                Arguments.of("sound in Ogg", bytes("OggS\0"), "ogg", "audio/ogg"),
                Arguments.of(
                        "film for the web",
                        bytes("\u001aE\u00df\u00a3\u0087B\u0082\u0084webm"),
                        "webm",
                        MediaTypes.WEBM),
                Arguments.of("sound after tags", bytes("APETAGEX\320\7\0\0"), "mp3", MediaTypes.MP3),
                Arguments.of(
                        "bitmap of OS/2",
                        bytes("BM\0\20\0\0\0\0\0\0\32\0\0\0\14\0\0\0\10\0\10\0\1\0\30"),
                        "bmp",
                        MediaTypes.BMP),
                Arguments.of("large picture", bytes("II+\0\10\0\0\0"), "tif", MediaTypes.TIFF),
                Arguments.of(
                        "text that begins like a program",
                        text("MZ rated sizes of the press\n"),
                        "txt",
                        MediaTypes.TEXT),
                Arguments.of("text that begins like a picture", text("P1 2\n1 0 1\n"), "txt", MediaTypes.TEXT));
    }

    private static byte[] text(String whole) {
        return whole.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] bytes(String beginning) {
        return Arrays.copyOf(text(beginning), 4_096);
    }

    /** @param further what stands further in and misleads Tika */
    private static byte[] bytes(String beginning, String further, int at) {
        byte[] head = Arrays.copyOf(text(beginning), Math.max(4_096, at + further.length()));
        System.arraycopy(text(further), 0, head, at, further.length());
        return head;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("own")
    void knowsBetterThanTika(String what, byte[] head, String extension, String type) throws IOException {
        assertThat(Magic.type(head, extension)).as(what).isEqualTo(type);
        assertThat(tika(head)).as(what).isNotEqualTo(type);
    }

    @Test
    void leavesToTikaWhatTikaKnows() throws IOException {
        for (String mark :
                List.of("GIF87a", "GIF89a", "RIFF\0\0\0\0WEBP", "\u0089PNG\r\n\u001a\n", "7z\u00bc\u00af'\u001c")) {
            byte[] head = bytes(mark);
            assertThat(Magic.type(head, "")).isEqualTo(tika(head)).isNotEqualTo(Magic.UNKNOWN);
        }
    }

    private static String tika(byte[] head) throws IOException {
        return MimeTypes.getDefaultMimeTypes()
                .detect(new ByteArrayInputStream(head), new Metadata())
                .getBaseType()
                .toString();
    }
}
