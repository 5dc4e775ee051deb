package org.sluis.inspection.parsing;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * A compound file ([MS-CFB]): a file system in a file, in which old Office formats, encrypted new ones and OLE objects live.
 * Every entry of its directory counts, also one that no storage leads to. What programs read differently must say the same:
 * the size of sectors, the limit of small streams, the end of names. Chains are followed no further than a stream is long.
 */
final class CompoundFile {

    private static final int MAX_SECTORS = 1 << 20;
    private static final int MAX_ENTRIES = 100_000;
    private static final int HEADER_BYTES = 512;
    private static final int HEADER_SECTORS = 109;
    private static final int ENTRY_BYTES = 128;
    private static final int NAME_BYTES = 64;
    private static final int SMALL_SHIFT = 6;
    private static final int SMALL_LIMIT = 4096;
    private static final int STORAGE = 1;
    private static final int STREAM = 2;
    private static final int ROOT = 5;

    private final Bytes bytes;
    private final int sectorBytes;
    private final int[] table;
    private final int[] smallTable;
    private final Bytes smallStreams;
    private final List<Entry> entries = new ArrayList<>();

    /** @param classId of a storage, as 32 hexadecimal digits in the order of the bytes */
    record Entry(String name, int kind, String classId, int start, long size) {

        boolean isStream() {
            return kind == STREAM;
        }
    }

    CompoundFile(Bytes bytes) throws IOException {
        this.bytes = bytes;
        ByteBuffer header = little(bytes.exactly(0, HEADER_BYTES));
        int shift = header.getShort(30);
        Refusal.unless(
                (shift == 9 || shift == 12) && header.getShort(32) == SMALL_SHIFT && header.getInt(56) == SMALL_LIMIT,
                Rule.INCONSISTENT);
        this.sectorBytes = 1 << shift;
        this.table = table(header);
        readDirectory(whole(header.getInt(48)));
        Refusal.unlessReadable(!entries.isEmpty() && entries.get(0).kind() == ROOT);
        this.smallTable = numbers(whole(header.getInt(60)));
        this.smallStreams = whole(entries.get(0).start());
    }

    List<Entry> entries() {
        return entries;
    }

    /** All streams of that name in any storage; names mean the same in any case. */
    List<Entry> streams(String name) {
        return entries.stream()
                .filter(entry -> entry.isStream() && entry.name().equalsIgnoreCase(name))
                .toList();
    }

    boolean hasStream(String name) {
        return !streams(name).isEmpty();
    }

    Bytes content(Entry stream) {
        boolean small = stream.size() < SMALL_LIMIT;
        int pieceBytes = small ? 1 << SMALL_SHIFT : sectorBytes;
        long count = (stream.size() + pieceBytes - 1) / pieceBytes;
        Refusal.unlessReadable(count <= MAX_SECTORS && stream.size() <= bytes.size());
        long[] places = new long[(int) count];
        int next = stream.start();
        for (int index = 0; index < count; index++) {
            places[index] = small ? (long) next << SMALL_SHIFT : place(next);
            next = index + 1 < count ? at(small ? smallTable : table, next) : next;
        }
        return new SectorChain(small ? smallStreams : bytes, places, pieceBytes, stream.size());
    }

    private int[] table(ByteBuffer header) throws IOException {
        List<Integer> parts = new ArrayList<>();
        for (int index = 0; index < HEADER_SECTORS; index++) {
            parts.add(header.getInt(76 + 4 * index));
        }
        int perSector = sectorBytes / 4;
        for (int next = header.getInt(68); next >= 0; ) {
            Refusal.unlessReadable(parts.size() <= MAX_SECTORS / perSector + HEADER_SECTORS);
            int[] more = numbers(sectors(new long[] {place(next)}));
            Arrays.stream(more, 0, perSector - 1).forEach(parts::add);
            next = more[perSector - 1];
        }
        long[] places =
                parts.stream().filter(part -> part >= 0).mapToLong(this::place).toArray();
        return numbers(sectors(places));
    }

    private void readDirectory(Bytes directory) throws IOException {
        Refusal.unless(directory.size() / ENTRY_BYTES <= MAX_ENTRIES, Rule.STRUCTURE_SIZE);
        for (long at = 0; at + ENTRY_BYTES <= directory.size(); at += ENTRY_BYTES) {
            entry(directory.exactly(at, ENTRY_BYTES)).ifPresent(entries::add);
        }
    }

    /** A chain to its end, of which no length is told. */
    private Bytes whole(int start) {
        long most = bytes.size() / sectorBytes + 1;
        List<Long> places = new ArrayList<>();
        for (int next = start; next >= 0; next = at(table, next)) {
            Refusal.unlessReadable(places.size() < Math.min(most, MAX_SECTORS));
            places.add(place(next));
        }
        return sectors(places.stream().mapToLong(Long::longValue).toArray());
    }

    private Bytes sectors(long[] places) {
        return new SectorChain(bytes, places, sectorBytes, (long) places.length * sectorBytes);
    }

    private long place(int sector) {
        return (sector + 1L) * sectorBytes;
    }

    private static int at(int[] table, int index) {
        Refusal.unlessReadable(index >= 0 && index < table.length);
        return table[index];
    }

    private static Optional<Entry> entry(byte[] record) {
        ByteBuffer entry = little(record);
        int kind = entry.get(66);
        if (kind == 0) {
            return Optional.empty();
        }
        Refusal.unlessReadable(kind == STORAGE || kind == STREAM || kind == ROOT);
        String classId = HexFormat.of().formatHex(record, 80, 96);
        return Optional.of(new Entry(
                name(record, entry.getShort(64)), kind, classId, entry.getInt(116), entry.getInt(120) & 0xffffffffL));
    }

    /** Some programs read a name up to its first zero, others as long as it is said to be. */
    private static String name(byte[] record, int nameBytes) {
        String letters = new String(record, 0, NAME_BYTES, StandardCharsets.UTF_16LE);
        int end = letters.indexOf('\0');
        String name = end < 0 ? letters : letters.substring(0, end);
        Refusal.unless(nameBytes == 2 * name.length() + 2 || nameBytes == 2 * name.length(), Rule.INCONSISTENT);
        return name;
    }

    private static int[] numbers(Bytes found) throws IOException {
        Refusal.unless(found.size() <= 4L * MAX_SECTORS, Rule.STRUCTURE_SIZE);
        int[] numbers = new int[(int) (found.size() / 4)];
        little(found.exactly(0, numbers.length * 4)).asIntBuffer().get(numbers);
        return numbers;
    }

    private static ByteBuffer little(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
