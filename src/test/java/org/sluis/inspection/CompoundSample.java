package org.sluis.inspection;

import static java.nio.charset.StandardCharsets.UTF_16LE;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/** Builds compound files ([MS-CFB]) of version 3: a root with streams and storages, all of them beside each other. */
final class CompoundSample {

    static final String NO_CLASS = "00000000-0000-0000-0000-000000000000";

    private static final int SECTOR = 512;
    private static final int SMALL_SECTOR = 64;
    private static final int SMALL_LIMIT = 4096;
    private static final int END = -2;
    private static final int TABLE = -3;
    private static final int FREE = -1;

    private final List<Entry> entries = new ArrayList<>();
    private final List<Integer> table = new ArrayList<>();
    private final List<Integer> smallTable = new ArrayList<>();
    private final ByteArrayOutputStream sectors = new ByteArrayOutputStream();
    private final ByteArrayOutputStream smallSectors = new ByteArrayOutputStream();
    private String rootClass = NO_CLASS;

    private record Entry(String name, int kind, String classId, ByteBuffer content) {}

    CompoundSample rootClass(String classId) {
        rootClass = classId;
        return this;
    }

    CompoundSample stream(String name, byte[] content) {
        entries.add(new Entry(name, 2, NO_CLASS, ByteBuffer.wrap(content)));
        return this;
    }

    CompoundSample storage(String name, String classId) {
        entries.add(new Entry(name, 1, classId, ByteBuffer.allocate(0)));
        return this;
    }

    byte[] bytes() {
        List<Integer> starts = entries.stream().map(this::place).toList();
        int smallStart = chained(smallSectors.toByteArray(), SECTOR, sectors, table);
        int smallTableStart = chained(numbers(smallTable), SECTOR, sectors, table);
        Entry root = new Entry("Root Entry", 5, rootClass, ByteBuffer.wrap(smallSectors.toByteArray()));
        byte[] directory = little((entries.size() + 1 + 3) / 4 * SECTOR, fields -> {
            record(fields, 0, root, smallStart);
            fields.putInt(76, entries.isEmpty() ? FREE : 1);
            for (int index = 0; index < entries.size(); index++) {
                record(fields, index + 1, entries.get(index), starts.get(index));
                fields.putInt(128 * (index + 1) + 72, index + 1 < entries.size() ? index + 2 : FREE);
            }
        });
        int directoryStart = chained(directory, SECTOR, sectors, table);
        int tableSectors = (table.size() + 127 + 1) / 127;
        byte[] header = little(SECTOR, fields -> header(fields, tableSectors, directoryStart, smallTableStart));
        for (int index = 0; index < tableSectors; index++) {
            table.add(TABLE);
        }
        byte[] numbers = numbers(table);
        byte[] padded = Arrays.copyOf(numbers, tableSectors * SECTOR);
        Arrays.fill(padded, numbers.length, padded.length, (byte) 0xff);
        return Archive.joined(header, sectors.toByteArray(), padded);
    }

    private void header(ByteBuffer fields, int tableSectors, int directoryStart, int smallTableStart) {
        fields.putLong(0, 0xE11AB1A1E011CFD0L).putShort(24, (short) 62).putShort(26, (short) 3);
        fields.putShort(28, (short) -2).putShort(30, (short) 9).putShort(32, (short) 6);
        fields.putInt(44, tableSectors).putInt(48, directoryStart).putInt(56, SMALL_LIMIT);
        fields.putInt(60, smallTableStart)
                .putInt(64, smallTable.isEmpty() ? 0 : 1)
                .putInt(68, END);
        for (int index = 0; index < 109; index++) {
            fields.putInt(76 + 4 * index, index < tableSectors ? table.size() + index : FREE);
        }
    }

    private int place(Entry entry) {
        byte[] content = new byte[entry.content().remaining()];
        entry.content().duplicate().get(content);
        return content.length < SMALL_LIMIT
                ? chained(content, SMALL_SECTOR, smallSectors, smallTable)
                : chained(content, SECTOR, sectors, table);
    }

    private static int chained(byte[] content, int size, ByteArrayOutputStream target, List<Integer> table) {
        int count = (content.length + size - 1) / size;
        int start = table.size();
        for (int index = 0; index < count; index++) {
            table.add(index + 1 < count ? start + index + 1 : END);
        }
        target.writeBytes(Arrays.copyOf(content, count * size));
        return count == 0 ? END : start;
    }

    private static void record(ByteBuffer directory, int index, Entry entry, int start) {
        int at = 128 * index;
        byte[] letters = entry.name().getBytes(UTF_16LE);
        directory.put(at, letters).putShort(at + 64, (short) (letters.length + 2));
        directory.put(at + 66, (byte) entry.kind()).put(at + 67, (byte) 1);
        directory.putInt(at + 68, FREE).putInt(at + 72, FREE).putInt(at + 76, FREE);
        directory.put(at + 80, classId(entry.classId()));
        directory.putInt(at + 116, start).putInt(at + 120, entry.content().remaining());
    }

    /** A class id as it lies in a file: the first three numbers backwards. */
    static byte[] classId(String text) {
        UUID id = UUID.fromString(text);
        long high = id.getMostSignificantBits();
        return little(
                16,
                fields -> fields.putInt((int) (high >>> 32))
                        .putShort((short) (high >>> 16))
                        .putShort((short) high)
                        .order(ByteOrder.BIG_ENDIAN)
                        .putLong(id.getLeastSignificantBits()));
    }

    private static byte[] numbers(List<Integer> numbers) {
        return little(4 * numbers.size(), fields -> numbers.forEach(fields::putInt));
    }

    /** Numbers with their least byte first. */
    static byte[] little(int size, Consumer<ByteBuffer> filling) {
        byte[] bytes = new byte[size];
        filling.accept(ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN));
        return bytes;
    }
}
