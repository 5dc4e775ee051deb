package org.sluis.inspection.parsing;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** TIFF 6.0: every directory, value and strip lies within the file, and no directory comes twice. */
final class TiffStructure implements Structure {

    private static final int MAX_DIRECTORIES = 10_000;
    private static final int MAX_STRIPS = 1_000_000;
    private static final int WIDTH = 256;
    private static final int HEIGHT = 257;
    private static final Map<Integer, Integer> SIZES_BY_OFFSETS = Map.of(273, 279, 324, 325);
    private static final Set<Integer> DIRECTORIES = Set.of(330, 34665, 34853, 40965);
    private static final int[] TYPE_BYTES = {1, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4};

    @Override
    public void check(Bytes bytes) throws IOException {
        new Walk(bytes).run();
    }

    /** Where an entry's values are. */
    private record Values(int type, long count, long position) {}

    private static final class Walk {

        private final Bytes bytes;
        private final boolean littleEndian;
        private final Deque<Long> waiting = new ArrayDeque<>();
        private final Set<Long> seen = new HashSet<>();

        Walk(Bytes bytes) throws IOException {
            this.bytes = bytes;
            this.littleEndian = Magic.starts(bytes.exactly(0, 8), "II*\0");
            if (!littleEndian && !Magic.starts(bytes.exactly(0, 8), "MM\0*")) {
                throw new Refusal(Rule.DAMAGED);
            }
        }

        void run() throws IOException {
            waiting.add(u32(new Cursor(bytes, 4)));
            while (!waiting.isEmpty()) {
                long position = waiting.remove();
                if (!seen.add(position)) {
                    throw new Refusal(Rule.DAMAGED);
                }
                if (seen.size() > MAX_DIRECTORIES) {
                    throw new Refusal(Rule.STRUCTURE_SIZE);
                }
                directory(new Cursor(bytes, 0).moveTo(position));
            }
        }

        private void directory(Cursor cursor) throws IOException {
            int count = u16(cursor);
            Map<Integer, Values> entries = new HashMap<>();
            for (int entry = 0; entry < count; entry++) {
                int tag = u16(cursor);
                entries.put(tag, values(cursor));
            }
            long next = u32(cursor);
            if (next != 0) {
                waiting.add(next);
            }
            if (entries.containsKey(WIDTH) && entries.containsKey(HEIGHT)) {
                Pixels.check(first(entries, WIDTH), first(entries, HEIGHT));
            }
            for (int tag : DIRECTORIES) {
                addAll(entries, tag);
            }
            for (Map.Entry<Integer, Integer> pair : SIZES_BY_OFFSETS.entrySet()) {
                strips(entries, pair.getKey(), pair.getValue());
            }
        }

        private Values values(Cursor cursor) throws IOException {
            int type = u16(cursor);
            long count = u32(cursor);
            long inline = cursor.position();
            long length = count * (type < TYPE_BYTES.length ? TYPE_BYTES[type] : 1);
            long position = length <= 4 ? inline : u32(cursor);
            cursor.moveTo(inline).skip(4);
            if (position > bytes.size() - length) {
                throw new Refusal(Rule.DAMAGED);
            }
            return new Values(type, count, position);
        }

        private long first(Map<Integer, Values> entries, int tag) throws IOException {
            Values values = java.util.Objects.requireNonNull(entries.get(tag));
            return number(new Cursor(bytes, values.position()), values.type());
        }

        private void addAll(Map<Integer, Values> entries, int tag) throws IOException {
            Values values = entries.get(tag);
            if (values == null) {
                return;
            }
            if (values.count() > MAX_DIRECTORIES) {
                throw new Refusal(Rule.STRUCTURE_SIZE);
            }
            Cursor cursor = new Cursor(bytes, values.position());
            for (long index = 0; index < values.count(); index++) {
                waiting.add(number(cursor, values.type()));
            }
        }

        private void strips(Map<Integer, Values> entries, int offsetTag, int sizeTag) throws IOException {
            Values offsets = entries.get(offsetTag);
            Values sizes = entries.get(sizeTag);
            if (offsets == null || sizes == null) {
                return;
            }
            if (offsets.count() > MAX_STRIPS) {
                throw new Refusal(Rule.STRUCTURE_SIZE);
            }
            Cursor offset = new Cursor(bytes, offsets.position());
            Cursor size = new Cursor(bytes, sizes.position());
            for (long index = 0; index < Math.min(offsets.count(), sizes.count()); index++) {
                if (number(offset, offsets.type()) > bytes.size() - number(size, sizes.type())) {
                    throw new Refusal(Rule.DAMAGED);
                }
            }
        }

        private long number(Cursor cursor, int type) throws IOException {
            return switch (type) {
                case 1, 7 -> cursor.u8();
                case 3 -> u16(cursor);
                case 4, 13 -> u32(cursor);
                default -> throw new Refusal(Rule.DAMAGED);
            };
        }

        private int u16(Cursor cursor) throws IOException {
            return littleEndian ? cursor.u16le() : cursor.u16();
        }

        private long u32(Cursor cursor) throws IOException {
            return littleEndian ? cursor.u32le() : cursor.u32();
        }
    }
}
