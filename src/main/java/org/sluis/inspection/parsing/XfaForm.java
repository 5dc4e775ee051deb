package org.sluis.inspection.parsing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.jspecify.annotations.Nullable;

/**
 * An XFA form in a PDF document: XML in one stream or in packets. It may lay out, it may not calculate, run, fetch or send.
 * Some viewers join the packets, some read each by itself: both readings must be harmless.
 */
final class XfaForm {

    private static final int HEAD_BYTES = 1024;
    private static final Pattern OTHER_ENCODING = Pattern.compile(
            "(?is)(\\xfe\\xff|\\xff\\xfe|.{0,3}\\x00).*|.{0,200}\\sencoding\\s*=\\s*[\"'](?!utf-?8[\"']).*");

    private XfaForm() {}

    /** @throws Refusal also where it cannot be read, for then nobody knows what a viewer makes of it */
    static void check(@Nullable COSBase form) throws IOException {
        if (form instanceof COSArray array) {
            List<COSStream> packets = packets(array);
            for (int index = 1; index < packets.size() - 1; index++) {
                read(List.of(packets.get(index)));
            }
            read(packets);
        } else if (form instanceof COSStream whole) {
            read(List.of(whole));
        } else if (form instanceof COSString text) {
            checkEncoding(text.getBytes());
            read(new ByteArrayInputStream(text.getBytes()));
        } else if (form != null) {
            throw new Refusal(Rule.PDF_DYNAMIC_FORM);
        }
    }

    /** Names and streams by turns, each name once. */
    private static List<COSStream> packets(COSArray array) {
        List<COSStream> packets = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (int index = 0; index < array.size(); index++) {
            COSBase item = array.getObject(index);
            if (index % 2 == 0 && item instanceof COSString name) {
                if (!names.add(name.getString())) {
                    throw new Refusal(Rule.PDF_DYNAMIC_FORM).naming(name.getString());
                }
            } else if (index % 2 == 1 && item instanceof COSStream packet) {
                packets.add(packet);
            } else {
                throw new Refusal(Rule.PDF_DYNAMIC_FORM);
            }
        }
        return packets;
    }

    private static void read(List<COSStream> packets) throws IOException {
        List<InputStream> contents = new ArrayList<>();
        for (COSStream packet : packets) {
            try (InputStream beginning = packet.createInputStream()) {
                checkEncoding(beginning.readNBytes(HEAD_BYTES));
            }
            contents.add(packet.createInputStream());
        }
        read(new SequenceInputStream(Collections.enumeration(contents)));
    }

    private static void checkEncoding(byte[] head) {
        if (OTHER_ENCODING
                .matcher(new String(head, StandardCharsets.ISO_8859_1))
                .matches()) {
            throw new Refusal(Rule.PDF_DYNAMIC_FORM).naming("encoding");
        }
    }

    private static void read(InputStream content) {
        try {
            SafeXml.read(content, new XfaRule());
        } catch (IOException unreadable) {
            throw new Refusal(Rule.PDF_DYNAMIC_FORM);
        } catch (Refusal refusal) {
            throw refusal.objection().rule() == Rule.MALFORMED_XML ? new Refusal(Rule.PDF_DYNAMIC_FORM) : refusal;
        }
    }
}
