package org.sluis.inspection.parsing;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds a file of another format that lies among bytes of unknown meaning. Only marks count that compressed data does not
 * hold by chance: six bytes at least, or fewer with a structure behind them that must fit (less than one in a million
 * pictures with eight megabytes behind them).
 */
final class ForeignMarks {

    static final String RAR = "application/x-rar-compressed";
    static final String SEVEN_ZIP = "application/x-7z-compressed";

    private static final int PIECE_BYTES = 64 * 1024;
    private static final int OVERLAP_BYTES = 64;
    private static final int LOCAL_HEADER_BYTES = 34;
    private static final int NEWEST_ZIP_VERSION = 63;
    private static final int DOS_HEADER_BYTES = 64;
    private static final int NEW_HEADER_FIELD = 60;
    private static final int MOST_STUB_BYTES = 4096;
    private static final Pattern MARKUP = Pattern.compile(
            "<(?:!doctype html|html|script|iframe|body|\\?php)[\\s>/][\\t\\n\\r\\x20-\\x7e]{3}",
            Pattern.CASE_INSENSITIVE);
    private static final List<Mark> MARKS = List.of(
            new Mark("Rar!\u001a\u0007", RAR),
            new Mark("7z\u00bc\u00af'\u001c", SEVEN_ZIP),
            new Mark("%PDF-1.", MediaTypes.PDF),
            new Mark("%PDF-2.", MediaTypes.PDF),
            new Mark("\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1", Magic.COMPOUND),
            new Mark("\u007fELF\1\1\1", Magic.PROGRAM),
            new Mark("\u007fELF\2\1\1", Magic.PROGRAM),
            new Mark("MSCF\0\0\0\0", "application/vnd.ms-cab-compressed"),
            new Mark("\u00fd7zXZ\0\0", "application/x-xz"),
            new Mark("{\\rtf1\\", "application/rtf"));

    private ForeignMarks() {}

    private record Mark(String bytes, String type) {}

    /** @return the media type of the first that is found from {@code from} up to {@code to} */
    static Optional<String> first(Bytes bytes, long from, long to) throws IOException {
        for (long position = from; position < to; position += PIECE_BYTES) {
            int length = (int) Math.min(PIECE_BYTES + OVERLAP_BYTES, to - position);
            Optional<String> found = within(bytes, position, bytes.upTo(position, length));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** Whether it holds what a browser would take for a page, or a server for a program. */
    static boolean hasMarkup(byte[] piece) {
        return MARKUP.matcher(new String(piece, StandardCharsets.ISO_8859_1)).find();
    }

    private static Optional<String> within(Bytes bytes, long start, byte[] piece) throws IOException {
        for (int at = 0; at < piece.length; at++) {
            switch (piece[at]) {
                case 'R', '7', '%', (byte) 0xd0, 0x7f, (byte) 0xfd, '{' -> {
                    Optional<String> marked = marked(piece, at);
                    if (marked.isPresent()) {
                        return marked;
                    }
                }
                case 'M' -> {
                    if (isProgram(bytes, start + at, piece, at)) {
                        return Optional.of(Magic.PROGRAM);
                    }
                    Optional<String> marked = marked(piece, at);
                    if (marked.isPresent()) {
                        return marked;
                    }
                }
                case 'P' -> {
                    if (isMember(piece, at)) {
                        return Optional.of(MediaTypes.ZIP);
                    }
                }
                default -> {}
            }
        }
        Matcher markup = MARKUP.matcher(new String(piece, StandardCharsets.ISO_8859_1));
        return markup.find() ? Optional.of(Magic.HTML) : Optional.empty();
    }

    private static Optional<String> marked(byte[] piece, int at) {
        return MARKS.stream()
                .filter(mark -> Magic.at(piece, at, mark.bytes()))
                .map(Mark::type)
                .findFirst();
    }

    /** A DOS header whose new header is where it says. */
    private static boolean isProgram(Bytes bytes, long position, byte[] piece, int at) throws IOException {
        if (!Magic.at(piece, at, "MZ") || piece.length - at < DOS_HEADER_BYTES) {
            return false;
        }
        long header = Integer.toUnsignedLong(ByteBuffer.wrap(piece, at + NEW_HEADER_FIELD, 4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .getInt());
        return header <= MOST_STUB_BYTES && Magic.starts(bytes.upTo(position + header, 4), "PE\0\0");
    }

    /** A local header of ZIP (APPNOTE 4.3.7) with a version and method that exist, and a name in letters. */
    private static boolean isMember(byte[] piece, int at) {
        if (!Magic.at(piece, at, "PK\3\4") || piece.length - at < LOCAL_HEADER_BYTES) {
            return false;
        }
        ByteBuffer header =
                ByteBuffer.wrap(piece, at, LOCAL_HEADER_BYTES).slice().order(ByteOrder.LITTLE_ENDIAN);
        int name = header.get(30) & 0xff;
        return header.getShort(4) >= 0
                && header.get(4) <= NEWEST_ZIP_VERSION
                && header.getShort(8) >= 0
                && header.getShort(8) < 100
                && header.getShort(26) > 0
                && header.getShort(26) < 4096
                && name >= 0x20
                && name != 0x7f;
    }
}
