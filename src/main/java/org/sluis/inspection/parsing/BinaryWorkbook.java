package org.sluis.inspection.parsing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A workbook of Excel 5 to 2003 ([MS-XLS]), in the order in which Excel reads it: the workbook's own records, then each sheet
 * from where they say it begins. Macro sheets, passwords, and what it fetches from elsewhere.
 */
final class BinaryWorkbook {

    private static final int END = 0x0a;
    private static final int PASSWORD = 0x2f;
    private static final int EXTERNAL_SHEET = 0x17;
    private static final int NAME = 0x18;
    private static final int SHEET = 0x85;
    private static final int CONNECTION = 0x876;
    private static final int QUERY = 0xdc;
    private static final int EXTERNAL_BOOK = 0x1ae;
    private static final Set<Integer> BEGINNINGS = Set.of(0x09, 0x209, 0x409, 0x809);
    private static final Set<Integer> MACRO_SHEETS = Set.of(0x40, 0x06);
    private static final Set<Integer> MACRO_KINDS = Set.of(1, 6);
    private static final int BUILT_IN = 0x20;
    private static final int NAME_HEADER_BYTES = 14;
    private static final int MAX_TEXT_BYTES = 2048;
    private static final int VERSION_8 = 0x600;
    private static final char ENCODED = 1;
    private static final char FOLDER = 3;
    private static final String AUTOMATIC = "\1\2\n\13";
    private static final Pattern AUTOMATIC_NAMES = Pattern.compile("(?i)^auto_?(open|close|activate|deactivate)");
    private static final Pattern UNC = Pattern.compile("\1@");
    private static final Pattern ELSEWHERE =
            Pattern.compile("(?i)(https?|ftp)://|^\\W?\\\\\\\\|file://[^/]", Pattern.DOTALL);
    private static final Pattern FETCHING = Pattern.compile("(?i)_xlfn\\.(webservice|image)");

    private final Examination examination;
    private final Bytes stream;
    private final Set<Long> sheets = new HashSet<>();
    private final Deque<Long> waiting = new ArrayDeque<>();
    private int version;
    private long effort;

    BinaryWorkbook(Examination examination, Bytes stream) {
        this.examination = examination;
        this.stream = stream;
    }

    void check() throws IOException {
        waiting.add(0L);
        while (!waiting.isEmpty()) {
            Cursor cursor = new Cursor(stream, waiting.remove());
            if (cursor.left() >= 4) {
                records(cursor);
            }
        }
    }

    /** From one beginning to its end; charts within a sheet have beginnings and ends of their own. */
    private void records(Cursor cursor) throws IOException {
        int open = 0;
        do {
            int type = cursor.u16le();
            int length = cursor.u16le();
            long next = cursor.position() + length;
            if (next > stream.size()) {
                return;
            }
            effort += length + 4L;
            Refusal.unless(effort <= 4 * stream.size() + 4, Rule.STRUCTURE_SIZE);
            if (BEGINNINGS.contains(type)) {
                open++;
            } else if (type == END) {
                open--;
            }
            record(type, length, cursor);
            cursor.moveTo(next);
        } while (open > 0 && cursor.left() >= 4);
    }

    private void record(int type, int length, Cursor cursor) throws IOException {
        if (BEGINNINGS.contains(type) && length >= 4) {
            version = cursor.u16le();
            refuse(MACRO_SHEETS.contains(cursor.u16le()), Rule.MACRO, "Excel 4");
            return;
        }
        switch (type) {
            case PASSWORD -> throw new Refusal(Rule.PASSWORD);
            case SHEET -> sheet(length, cursor);
            case NAME -> name(length, cursor);
            case EXTERNAL_BOOK -> externalBook(length, cursor);
            case EXTERNAL_SHEET -> externalSheet(length, cursor);
            case CONNECTION, QUERY -> throw new Refusal(Rule.DATA_CONNECTION);
            default -> {
                // All other records hold values and how they look.
            }
        }
    }

    private void sheet(int length, Cursor cursor) throws IOException {
        Refusal.unlessReadable(length >= 6);
        long start = cursor.u32le();
        cursor.skip(1);
        refuse(MACRO_KINDS.contains(cursor.u8()), Rule.MACRO, "Excel 4");
        if (start != 0 && start < stream.size() && sheets.add(start)) {
            waiting.add(start);
        }
    }

    private void name(int length, Cursor cursor) throws IOException {
        if (length <= NAME_HEADER_BYTES) {
            return;
        }
        boolean builtIn = (cursor.u8() & BUILT_IN) != 0;
        cursor.skip(2);
        int characters = cursor.u8();
        cursor.skip(NAME_HEADER_BYTES - 4);
        String found = text(characters, length - NAME_HEADER_BYTES, cursor);
        refuse(builtIn && !found.isEmpty() && AUTOMATIC.indexOf(found.charAt(0)) >= 0, Rule.MACRO, "Auto_Open");
        refuse(AUTOMATIC_NAMES.matcher(found).find(), Rule.MACRO, found);
        refuse(FETCHING.matcher(found).find(), Rule.FETCHING_FORMULA, found);
    }

    private void externalBook(int length, Cursor cursor) throws IOException {
        if (length > 5) {
            cursor.skip(2);
            external(text(cursor.u16le(), length - 4, cursor));
        }
    }

    private void externalSheet(int length, Cursor cursor) throws IOException {
        if (version < VERSION_8 && length > 1) {
            external(text(cursor.u8(), length - 1, cursor));
        }
    }

    /** Where values come from ([MS-XLS] 2.5.277): an encoded path, or a program and a topic. */
    private void external(String book) {
        if (book.indexOf(FOLDER) > 0 && book.charAt(0) != ENCODED) {
            throw new Refusal(Rule.DDE).naming(book.replace(FOLDER, '|'));
        }
        String address = UNC.matcher(book).replaceFirst("\\\\\\\\").replace(FOLDER, '\\');
        String plain = address.replaceAll("[\\x00-\\x1f]", "");
        refuse(ELSEWHERE.matcher(plain).find(), Rule.REMOTE_WORKBOOK, plain);
        if (book.length() > 1 && book.charAt(0) == ENCODED) {
            examination.note(ContentNotice.Kind.LINKED_WORKBOOK, plain);
        }
    }

    /** Letters of one byte, or since Excel 97 of one byte or two as a flag says. */
    private String text(int characters, int length, Cursor cursor) throws IOException {
        boolean flagged = version >= VERSION_8;
        boolean wide = flagged && (cursor.u8() & 1) != 0;
        int left = length - (flagged ? 1 : 0);
        int wanted = Math.min(MAX_TEXT_BYTES, wide ? 2 * characters : characters);
        byte[] bytes = cursor.bytes(Math.max(0, Math.min(left, wanted)));
        return new String(bytes, wide ? StandardCharsets.UTF_16LE : StandardCharsets.ISO_8859_1);
    }

    private static void refuse(boolean holds, Rule rule, String subject) {
        if (holds) {
            throw new Refusal(rule).naming(subject);
        }
    }
}
