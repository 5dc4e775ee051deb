package org.sluis.inspection.parsing;

import java.io.IOException;
import java.util.List;

/**
 * The bytes of a ZIP file before its directory: each member's local header says what the directory says, and members
 * follow each other from the first byte to the directory, without a gap where something hides and without sharing bytes,
 * which is how small bombs are made.
 */
final class ZipLayout {

    private static final int LOCAL_HEADER_BYTES = 30;
    private static final int COMPRESSION_LEVEL = 6;
    private static final long ELSEWHERE = 0xffffffffL;

    private ZipLayout() {}

    /** @param members in the order of their bytes */
    static void check(Bytes bytes, List<ZipMember> members, long directory) throws IOException {
        long expected = 0;
        for (int index = 0; index < members.size(); index++) {
            ZipMember member = members.get(index);
            Refusal.unlessReadable(member.offset() == expected);
            long next = index + 1 < members.size() ? members.get(index + 1).offset() : directory;
            long end = content(bytes, member) + member.stored();
            Refusal.unlessReadable(end >= 0 && end <= next);
            if (member.hasDescriptor()) {
                descriptor(bytes, member, end, next);
            } else {
                Refusal.unlessReadable(end == next);
            }
            expected = next;
        }
        Refusal.unlessReadable(expected == directory);
    }

    /** @return where the member's bytes begin */
    static long content(Bytes bytes, ZipMember member) throws IOException {
        Cursor cursor = new Cursor(bytes, 0).moveTo(member.offset());
        Refusal.unlessReadable(cursor.ascii(4).equals("PK\3\4"));
        cursor.u16le();
        Refusal.unlessReadable(((cursor.u16le() ^ member.flags()) & ~COMPRESSION_LEVEL) == 0);
        Refusal.unlessReadable(cursor.u16le() == member.method());
        cursor.skip(4);
        long checksum = cursor.u32le();
        long stored = cursor.u32le();
        long size = cursor.u32le();
        int nameBytes = cursor.u16le();
        int extraBytes = cursor.u16le();
        Refusal.unlessReadable(cursor.ascii(nameBytes).equals(member.rawName()));
        ZipExtra extra = new ZipExtra(cursor.bytes(extraBytes));
        Refusal.unlessReadable(
                extra.unicodePath().map(member.aliases()::contains).orElse(true));
        List<Long> numbers = extra.resolved(List.of(size, stored));
        Refusal.unlessReadable(says(member, checksum, member.checksum()));
        Refusal.unlessReadable(says(member, numbers.get(1), member.stored()) || saysElsewhere(member, stored));
        Refusal.unlessReadable(says(member, numbers.get(0), member.size()) || saysElsewhere(member, size));
        return member.offset() + LOCAL_HEADER_BYTES + nameBytes + extraBytes;
    }

    private static boolean says(ZipMember member, long local, long central) {
        return local == central || (member.hasDescriptor() && local == 0);
    }

    private static boolean saysElsewhere(ZipMember member, long local) {
        return member.hasDescriptor() && local == ELSEWHERE;
    }

    /**
     * After the bytes: an optional mark, the checksum, and both sizes in 32 or 64 bits (APPNOTE 4.3.9). Where bytes are
     * not compressed a reader from the front would have to guess where they end.
     */
    private static void descriptor(Bytes bytes, ZipMember member, long end, long next) throws IOException {
        Refusal.unlessReadable(member.method() != ZipMember.STORED || member.size() == 0);
        long length = next - end;
        boolean marked = length == 16 || length == 24;
        Refusal.unlessReadable(marked || length == 12 || length == 20);
        Cursor cursor = new Cursor(bytes, end);
        Refusal.unlessReadable(!marked || cursor.ascii(4).equals("PK\7\b"));
        boolean large = length >= 20;
        Refusal.unlessReadable(cursor.u32le() == member.checksum());
        Refusal.unlessReadable((large ? cursor.u64le() : cursor.u32le()) == member.stored());
        Refusal.unlessReadable((large ? cursor.u64le() : cursor.u32le()) == member.size());
    }
}
