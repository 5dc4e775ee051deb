package org.sluis.inspection.parsing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A file that was dropped into a document and packed by Windows (the stream {@code Ole10Native} of [MS-OLEDS]). It goes by up
 * to three names: what the document shows, where the file came from, and where it is put to be opened.
 *
 * @param name by which it is opened
 */
record PackedFile(String name, Bytes content) {

    private static final int PACKAGED = 2;
    private static final long EMBEDDED = 3;
    private static final long LINKED = 1;
    private static final int HEADER_BYTES = 6;
    private static final int MAX_NAME_BYTES = 4096;
    private static final int SHORT_EXTENSION = 3;
    private static final int OLDER_NAMES = 3;

    /**
     * None where the stream holds some other program's data.
     *
     * @throws Refusal where it is a program, by any of its names, or only a link to something
     */
    static Optional<PackedFile> of(Bytes stream) throws IOException {
        if (stream.size() < HEADER_BYTES) {
            return Optional.empty();
        }
        Cursor cursor = new Cursor(stream, 0).skip(4);
        if (cursor.u16le() != PACKAGED) {
            return Optional.empty();
        }
        String label = text(cursor);
        String path = text(cursor);
        long kind = cursor.u32le() >> 16;
        if (kind != EMBEDDED) {
            throw new Refusal(kind == LINKED ? Rule.LINKED_OBJECT : Rule.UNKNOWN_OBJECT).naming(path);
        }
        cursor.skip(4);
        String opened = text(cursor);
        long length = cursor.u32le();
        Bytes content = stream.slice(cursor.position(), length);
        cursor.skip(length);
        List<String> names = new ArrayList<>(List.of(path, opened, label));
        addUnicodeNames(names, cursor);
        names.replaceAll(PackedFile::last);
        names.forEach(PackedFile::checkHarmless);
        String name =
                names.stream().filter(found -> found.contains(".")).findFirst().orElse(last(label));
        checkAgrees(last(opened), name);
        names.subList(OLDER_NAMES, names.size()).forEach(newer -> checkAgrees(newer, name));
        return Optional.of(new PackedFile(name, content));
    }

    /** The same names once more, as newer programs read them. */
    private static void addUnicodeNames(List<String> names, Cursor cursor) throws IOException {
        while (cursor.left() >= 4) {
            long bytes = 2 * cursor.u32le();
            if (bytes > Math.min(cursor.left(), MAX_NAME_BYTES)) {
                return;
            }
            names.add(new String(cursor.bytes((int) bytes), StandardCharsets.UTF_16LE).replaceFirst("\0.*", ""));
        }
    }

    private static void checkHarmless(String name) {
        if (new FileName(name).isOfProgram()) {
            throw new Refusal(Rule.ATTACHED_PROGRAM).naming(name);
        }
    }

    /** The place where it is put may have an old short name. */
    private static void checkAgrees(String opened, String name) {
        String extension = MediaTypes.extension(opened);
        String expected = MediaTypes.extension(name);
        boolean shortened = extension.length() == SHORT_EXTENSION && expected.startsWith(extension);
        if (!extension.isEmpty() && !extension.equals(expected) && !shortened) {
            throw new Refusal(Rule.EXTENSION).naming(opened);
        }
    }

    private static String text(Cursor cursor) throws IOException {
        StringBuilder text = new StringBuilder();
        for (int letter = cursor.u8(); letter != 0; letter = cursor.u8()) {
            Refusal.unlessReadable(text.length() < MAX_NAME_BYTES);
            text.append((char) letter);
        }
        return text.toString();
    }

    private static String last(String path) {
        return path.substring(Math.max(path.lastIndexOf('\\'), path.lastIndexOf('/')) + 1);
    }
}
