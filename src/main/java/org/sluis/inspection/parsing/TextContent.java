package org.sluis.inspection.parsing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.sluis.inspection.parsing.Objection.Evidence;

/**
 * Plain text: in UTF-16 where it begins with a byte order mark (RFC 2781), and else in UTF-8 or any code page of eight bits,
 * which share their control characters. These are what makes other formats out of text, so only those may come that stand
 * for the shape of a page, the one with which DOS ended its files, and what colours the lines of a console (ECMA-48, 8.3): a
 * sequence that asks the terminal for an answer, or has it do anything else, does not.
 */
final class TextContent {

    private static final int PIECE_BYTES = 64 * 1024;
    private static final int DOS_END = 0x1a;
    private static final int ESCAPE = 0x1b;
    private static final int MAX_SEQUENCE = 32;
    /** Colour, erasing, and moving the cursor. */
    private static final String SHOWING = "mABCDEFGHJK";

    private final Optional<ByteOrder> pairs;
    private boolean ended;
    private boolean surrogate;
    /** Characters of a sequence so far; 0 outside. */
    private int sequence;

    private TextContent(Optional<ByteOrder> pairs) {
        this.pairs = pairs;
    }

    /** @throws Refusal where it is no text */
    static void check(InputStream content) throws IOException {
        byte[] piece = content.readNBytes(PIECE_BYTES);
        TextContent text = new TextContent(byteOrder(piece));
        while (piece.length > 0) {
            if (!text.goesOn(piece)) {
                throw new Refusal(Rule.TYPE_UNKNOWN).detected(Magic.UNKNOWN, Evidence.STRUCTURE);
            }
            piece = content.readNBytes(PIECE_BYTES);
        }
        if (text.sequence != 0) {
            throw new Refusal(Rule.TYPE_UNKNOWN).detected(Magic.UNKNOWN, Evidence.STRUCTURE);
        }
        Refusal.unlessReadable(!text.surrogate);
    }

    /** Whether these may be the first bytes of a text. */
    static boolean begins(byte[] head) {
        boolean odd = byteOrder(head).isPresent() && head.length % 2 != 0;
        return !odd && new TextContent(byteOrder(head)).goesOn(head);
    }

    /** The characters of the first bytes of a text: those of ASCII as they are, the others as whatever they may be. */
    static String decoded(byte[] head) {
        return byteOrder(head)
                .map(order -> new String(
                        head,
                        2,
                        head.length - 2,
                        order == ByteOrder.BIG_ENDIAN ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE))
                .orElseGet(() -> new String(head, StandardCharsets.ISO_8859_1).replaceFirst("^\u00ef\u00bb\u00bf", ""));
    }

    /** How the letters of a text are to be read; a code page of eight bits agrees with this one on those of ASCII. */
    static Charset charset(byte[] head) {
        return byteOrder(head).isPresent() ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
    }

    private static Optional<ByteOrder> byteOrder(byte[] head) {
        if (Magic.starts(head, "\u00ff\u00fe")) {
            return Optional.of(ByteOrder.LITTLE_ENDIAN);
        }
        return Magic.starts(head, "\u00fe\u00ff") ? Optional.of(ByteOrder.BIG_ENDIAN) : Optional.empty();
    }

    private boolean goesOn(byte[] piece) {
        if (pairs.isEmpty()) {
            for (byte found : piece) {
                if (!isAllowed(found & 0xff)) {
                    return false;
                }
            }
            return true;
        }
        int high = pairs.get() == ByteOrder.BIG_ENDIAN ? 0 : 1;
        for (int at = 0; at + 1 < piece.length; at += 2) {
            int unit = (piece[at + high] & 0xff) << 8 | (piece[at + 1 - high] & 0xff);
            if (!isPaired((char) unit) || isControlOfUnicode(unit) || !isAllowed(unit)) {
                return false;
            }
        }
        return piece.length % 2 == 0;
    }

    /** Whether the halves of characters beyond 65,535 come together. */
    private boolean isPaired(char unit) {
        boolean fits = surrogate == Character.isLowSurrogate(unit);
        surrogate = Character.isHighSurrogate(unit);
        return fits;
    }

    /** In a code page of eight bits these are letters. */
    private static boolean isControlOfUnicode(int unit) {
        return unit >= 0x80 && unit < 0xa0 && unit != 0x85;
    }

    private boolean isAllowed(int character) {
        if (ended || character == DOS_END) {
            ended = true;
            return character == DOS_END && sequence == 0;
        }
        if (sequence > 0 || character == ESCAPE) {
            return isOfSequence(character);
        }
        return character >= ' ' ? character != 0x7f : character >= '\t' && character <= '\r';
    }

    private boolean isOfSequence(int character) {
        sequence++;
        if (sequence == 1) {
            return true;
        }
        if (sequence == 2) {
            return character == '[';
        }
        if (SHOWING.indexOf(character) >= 0) {
            sequence = 0;
            return true;
        }
        return sequence < MAX_SEQUENCE && ((character >= '0' && character <= '9') || character == ';');
    }
}
