package org.sluis.inspection.parsing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MimeTypes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Each line of our own before Tika's has a beginning of a file that Tika calls something else. Where it no longer has, Tika
 * has learnt the same, and the line can go.
 */
class MagicTest {

    private static final int DISC_OFFSET = 0x8001;

    private enum Own {
        OFFICE_PACKAGE(bytes("PK\3\4", "[Content_Types].xml", 30), "zip", MediaTypes.ZIP),
        COMPOUND_OF_OLD_TOOLS(bytes("\u00d0\u00cf\u0011\u00e0\u000e\u0011\u00fc\r"), "doc", Magic.COMPOUND),
        COMPOUND_WITH_A_DISC(
                bytes("\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1", "CD001", DISC_OFFSET), "doc", Magic.COMPOUND),
        SCRIPT(text("#!/usr/bin/perl\n"), "txt", Magic.PROGRAM),
        PROGRAM_OF_WINDOWS(bytes("MZ\u0090\0"), "pdf", Magic.PROGRAM),
        PDF_AFTER_A_LINE_WITH_A_PAGE(bytes(" \n%PDF-1.7\n", "<html>", 16), "pdf", MediaTypes.PDF),
        FILM_OF_ANY_BRAND(bytes("\0\0\0\u0020ftypiso5"), "mp4", MediaTypes.MP4),
        HEIC_OF_ANY_BRAND(bytes("\0\0\0\u0020ftypmif1"), "heic", MediaTypes.HEIC),
        SOUND_WITH_A_PAGE(bytes("RIFF\0\0\0\0WAVE", "<html>", 16), "wav", MediaTypes.WAVE),
        LARGE_SOUND(bytes("RF64\0\0\0\0WAVE"), "wav", MediaTypes.WAVE),
        LARGE_PICTURE(bytes("II+\0\10\0\0\0"), "tif", MediaTypes.TIFF),
        TEXT_THAT_BEGINS_LIKE_A_PROGRAM(text("MZ rated sizes of the press\n"), "txt", MediaTypes.TEXT),
        TEXT_THAT_BEGINS_LIKE_A_PICTURE(text("P1 2\n1 0 1\n"), "txt", MediaTypes.TEXT);

        private final byte[] head;
        private final String extension;
        private final String type;

        Own(byte[] head, String extension, String type) {
            this.head = head;
            this.extension = extension;
            this.type = type;
        }
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

    @ParameterizedTest
    @EnumSource
    void knowsBetterThanTika(Own own) throws IOException {
        assertThat(Magic.type(own.head, own.extension)).isEqualTo(own.type);
        assertThat(tika(own.head)).isNotEqualTo(own.type);
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
