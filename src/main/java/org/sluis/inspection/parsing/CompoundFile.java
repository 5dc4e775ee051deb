package org.sluis.inspection.parsing;

import java.io.ByteArrayOutputStream;
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
 * A compound file ([MS-CFB]): a file system in a file, in which old Office formats, encrypted new ones and OLE objects
 * live. Chains of sectors are followed no further than the file is long.
 */
final class CompoundFile {

    private static final int MAX_SECTORS = 1 << 20;
    private static final int HEADER_SECTORS = 109;
    private static final int ENTRY_BYTES = 128;
    private static final int SMALL_SECTOR_BYTES = 64;
    private static final int LAST_SECTOR = -2;
    private static final int ROOT = 5;
    private static final int STREAM = 2;

    private final Bytes bytes;
    private final int sectorBytes;
    private final int smallLimit;
    private final List<Integer> sectors;
    private final List<Integer> smallSectors;
    private final List<Entry> entries = new ArrayList<>();
    private final byte[] smallStreams;

    /** @param classId of a storage, as 32 hexadecimal digits in the order of the bytes */
    record Entry(String name, int kind, String classId, int start, long size) {

        boolean isStream() {
            return kind == STREAM;
        }
    }

    CompoundFile(Bytes bytes) throws IOException {
        this.bytes = bytes;
        ByteBuffer header = little(bytes.exactly(0, 512));
        int shift = header.getShort(30);
        Refusal.unlessReadable(shift == 9 || shift == 12);
        this.sectorBytes = 1 << shift;
        this.smallLimit = header.getInt(56);
        this.sectors = table(header);
        for (ByteBuffer directory = little(chain(header.getInt(48))); directory.remaining() >= ENTRY_BYTES; ) {
            byte[] entry = new byte[ENTRY_BYTES];
            directory.get(entry);
            entry(entry).ifPresent(entries::add);
        }
        Refusal.unlessReadable(!entries.isEmpty() && entries.get(0).kind() == ROOT);
        this.smallSectors = numbers(chain(header.getInt(60)));
        this.smallStreams = chain(entries.get(0).start());
    }

    List<Entry> entries() {
        return entries;
    }

    Optional<Entry> stream(String name) {
        return entries.stream()
                .filter(entry -> entry.isStream() && entry.name().equalsIgnoreCase(name))
                .findFirst();
    }

    byte[] content(Entry stream) throws IOException {
        Refusal.unlessReadable(stream.size() >= 0 && stream.size() <= bytes.size());
        byte[] found = stream.size() < smallLimit ? smallChain(stream.start()) : chain(stream.start());
        Refusal.unlessReadable(found.length >= stream.size());
        return Arrays.copyOf(found, (int) stream.size());
    }

    private List<Integer> table(ByteBuffer header) throws IOException {
        List<Integer> parts = new ArrayList<>();
        for (int index = 0; index < HEADER_SECTORS; index++) {
            parts.add(header.getInt(76 + 4 * index));
        }
        int next = header.getInt(68);
        for (int seen = 0; next >= 0; seen++) {
            Refusal.unlessReadable(seen < MAX_SECTORS / sectorBytes);
            List<Integer> more = numbers(sector(next));
            parts.addAll(more.subList(0, more.size() - 1));
            next = more.get(more.size() - 1);
        }
        List<Integer> found = new ArrayList<>();
        for (int part : parts) {
            if (part >= 0) {
                found.addAll(numbers(sector(part)));
                Refusal.unlessReadable(found.size() <= MAX_SECTORS);
            }
        }
        return found;
    }

    private byte[] chain(int start) throws IOException {
        ByteArrayOutputStream found = new ByteArrayOutputStream();
        for (int next = start; next >= 0; next = at(sectors, next)) {
            Refusal.unlessReadable(found.size() <= bytes.size());
            found.writeBytes(sector(next));
        }
        return found.toByteArray();
    }

    private byte[] smallChain(int start) {
        ByteArrayOutputStream found = new ByteArrayOutputStream();
        for (int next = start; next != LAST_SECTOR; next = at(smallSectors, next)) {
            long from = (long) next * SMALL_SECTOR_BYTES;
            Refusal.unlessReadable(next >= 0
                    && from <= smallStreams.length - SMALL_SECTOR_BYTES
                    && found.size() <= smallStreams.length);
            found.write(smallStreams, (int) from, SMALL_SECTOR_BYTES);
        }
        return found.toByteArray();
    }

    private byte[] sector(int number) throws IOException {
        long from = (number + 1L) * sectorBytes;
        byte[] found = bytes.upTo(from, sectorBytes);
        Refusal.unlessReadable(found.length > 0);
        return Arrays.copyOf(found, sectorBytes);
    }

    private static int at(List<Integer> table, int index) {
        Refusal.unlessReadable(index < table.size());
        return table.get(index);
    }

    private static Optional<Entry> entry(byte[] record) {
        ByteBuffer entry = little(record);
        int nameBytes = entry.getShort(64);
        int kind = entry.get(66);
        if (kind == 0) {
            return Optional.empty();
        }
        Refusal.unlessReadable(nameBytes >= 2 && nameBytes <= 64);
        String name = new String(record, 0, nameBytes - 2, StandardCharsets.UTF_16LE);
        String classId = HexFormat.of().formatHex(record, 80, 96);
        return Optional.of(new Entry(name, kind, classId, entry.getInt(116), entry.getInt(120) & 0xffffffffL));
    }

    private static List<Integer> numbers(byte[] bytes) {
        List<Integer> found = new ArrayList<>(bytes.length / 4);
        for (ByteBuffer buffer = little(bytes); buffer.remaining() >= 4; ) {
            found.add(buffer.getInt());
        }
        return found;
    }

    private static ByteBuffer little(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
