package org.sluis.inspection.parsing;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The directory of a ZIP file (APPNOTE 4.3.12), held against the local headers by {@link ZipLayout}: the archive must read
 * the same from the front and from the back.
 */
final class ZipDirectory {

    private static final Charset LEGACY =
            Charset.isSupported("IBM437") ? Charset.forName("IBM437") : StandardCharsets.ISO_8859_1;

    private ZipDirectory() {}

    /** @return the members in the order of their bytes */
    static List<ZipMember> read(Bytes bytes, Meter meter) throws IOException {
        ZipEnd end = ZipEnd.find(bytes);
        meter.announced(end.entries(), 0);
        Cursor cursor = new Cursor(bytes, 0).moveTo(end.offset());
        List<ZipMember> members = new ArrayList<>();
        long expanded = 0;
        for (long index = 0; index < end.entries(); index++) {
            ZipMember member = member(cursor);
            member.mustBeReadable();
            expanded += Math.min(member.size(), Integer.MAX_VALUE * 1024L);
            members.add(member);
        }
        if (cursor.position() != end.offset() + end.size()) {
            throw new Refusal(Rule.INCONSISTENT);
        }
        meter.announced(0, expanded);
        members.sort(Comparator.comparingLong(ZipMember::offset));
        ZipLayout.check(bytes, members, end.offset());
        ZipNames.check(members);
        return members;
    }

    private static ZipMember member(Cursor cursor) throws IOException {
        Refusal.unlessReadable(cursor.ascii(4).equals("PK\1\2"));
        cursor.skip(4);
        int flags = cursor.u16le();
        int method = cursor.u16le();
        cursor.skip(4);
        long checksum = cursor.u32le();
        long stored = cursor.u32le();
        long size = cursor.u32le();
        int nameBytes = cursor.u16le();
        int extraBytes = cursor.u16le();
        int commentBytes = cursor.u16le();
        Refusal.unless(cursor.u16le() == 0, Rule.VARIANT);
        cursor.skip(6);
        long offset = cursor.u32le();
        byte[] rawName = cursor.bytes(nameBytes);
        ZipExtra extra = new ZipExtra(cursor.bytes(extraBytes));
        cursor.skip(commentBytes);
        List<Long> numbers = extra.resolved(List.of(size, stored, offset));
        Refusal.unlessReadable(numbers.stream().allMatch(number -> number >= 0));
        List<String> names = names(rawName, flags);
        return new ZipMember(
                names.get(0),
                Stream.concat(names.stream().skip(1), extra.unicodePath().stream())
                        .toList(),
                new String(rawName, StandardCharsets.ISO_8859_1),
                flags,
                method,
                checksum,
                numbers.get(1),
                numbers.get(0),
                numbers.get(2));
    }

    /**
     * How a name may be read. The Finder writes UTF-8 and does not say so, others mean the code page of DOS; both readings
     * must be harmless, and the one that makes sense is shown.
     */
    private static List<String> names(byte[] raw, int flags) {
        String unicode = new String(raw, StandardCharsets.UTF_8);
        if ((flags & ZipMember.UNICODE_NAME) != 0) {
            return List.of(unicode);
        }
        String legacy = new String(raw, LEGACY);
        if (unicode.equals(legacy)) {
            return List.of(legacy);
        }
        return unicode.contains("\ufffd") ? List.of(legacy, unicode) : List.of(unicode, legacy);
    }
}
