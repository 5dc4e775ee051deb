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
            long next = index + 1 < members.size() ? members.get(index + 1).offset() : directory;
            try {
                agree(member.offset() == expected);
                check(bytes, member, next);
            } catch (Refusal disagreement) {
                throw disagreement.within(member.name());
            }
            expected = next;
        }
        agree(expected == directory);
    }

    private static void check(Bytes bytes, ZipMember member, long next) throws IOException {
        long start = content(bytes, member);
        long end = start + member.stored();
        agree(end >= start && end <= next);
        if (!member.hasDescriptor()) {
            agree(end == next);
            return;
        }
        descriptor(bytes, member, end, next);
        if (member.method() == ZipMember.STORED) {
            EarlierEnd.refuse(bytes.slice(start, member.stored()));
        }
    }

    private static void agree(boolean holds) {
        Refusal.unless(holds, Rule.INCONSISTENT);
    }

    /** @return where the member's bytes begin */
    static long content(Bytes bytes, ZipMember member) throws IOException {
        Cursor cursor = new Cursor(bytes, 0).moveTo(member.offset());
        agree(cursor.ascii(4).equals("PK\3\4"));
        cursor.u16le();
        int flags = cursor.u16le();
        agree(cursor.u16le() == member.method());
        cursor.skip(4);
        long checksum = cursor.u32le();
        long stored = cursor.u32le();
        long size = cursor.u32le();
        int nameBytes = cursor.u16le();
        int extraBytes = cursor.u16le();
        agree(cursor.ascii(nameBytes).equals(member.rawName()));
        agree(((flags ^ member.flags()) & ~withoutMeaning(member)) == 0);
        ZipExtra extra = new ZipExtra(cursor.bytes(extraBytes));
        agree(extra.unicodePath().map(member.aliases()::contains).orElse(true));
        List<Long> numbers = extra.resolved(List.of(size, stored));
        agree(says(member, checksum, member.checksum()));
        agree(says(member, numbers.get(1), member.stored()) || saysElsewhere(member, stored));
        agree(says(member, numbers.get(0), member.size()) || saysElsewhere(member, size));
        return member.offset() + LOCAL_HEADER_BYTES + nameBytes + extraBytes;
    }

    /** Bits that may differ: how hard was compressed; and the character set of a name that is the same in all of them. */
    private static int withoutMeaning(ZipMember member) {
        boolean plainName = member.rawName().chars().allMatch(letter -> letter < 0x80);
        return plainName ? COMPRESSION_LEVEL | ZipMember.UNICODE_NAME : COMPRESSION_LEVEL;
    }

    private static boolean says(ZipMember member, long local, long central) {
        return local == central || (member.hasDescriptor() && local == 0);
    }

    private static boolean saysElsewhere(ZipMember member, long local) {
        return member.hasDescriptor() && local == ELSEWHERE;
    }

    /**
     * After the bytes: an optional mark, the checksum, and both sizes in 32 or 64 bits (APPNOTE 4.3.9).
     */
    private static void descriptor(Bytes bytes, ZipMember member, long end, long next) throws IOException {
        long length = next - end;
        boolean marked = length == 16 || length == 24;
        agree(marked || length == 12 || length == 20);
        Cursor cursor = new Cursor(bytes, end);
        agree(!marked || cursor.ascii(4).equals("PK\7\b"));
        boolean large = length >= 20;
        agree(cursor.u32le() == member.checksum());
        agree((large ? cursor.u64le() : cursor.u32le()) == member.stored());
        agree((large ? cursor.u64le() : cursor.u32le()) == member.size());
    }
}
