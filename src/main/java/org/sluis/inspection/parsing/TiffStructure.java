package org.sluis.inspection.parsing;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * TIFF 6.0 and BigTIFF: every directory and strip lies within the file, and no chain of directories comes back to itself.
 * Directories that two lists lead to are walked once. Values nobody needs to show the picture may be as broken as
 * programs leave them.
 */
final class TiffStructure implements Structure {

    private static final int MAX_DIRECTORIES = 10_000;
    private static final int MAX_STRIPS = 1_000_000;
    private static final int WIDTH = 256;
    private static final int HEIGHT = 257;
    private static final int SUB_DIRECTORIES = 330;
    private static final Map<Integer, Integer> SIZES_BY_OFFSETS = Map.of(273, 279, 324, 325);

    @Override
    public void check(Bytes bytes) throws IOException {
        new Walk(bytes).run();
    }

    private static final class Walk {

        private final TiffNumbers numbers;
        private final long size;
        private final Deque<Long> chains = new ArrayDeque<>();
        private final Set<Long> seen = new HashSet<>();

        Walk(Bytes bytes) throws IOException {
            this.numbers = TiffNumbers.of(bytes);
            this.size = bytes.size();
        }

        void run() throws IOException {
            chains.add(numbers.firstDirectory());
            while (!chains.isEmpty()) {
                chain(chains.remove());
            }
        }

        private void chain(long start) throws IOException {
            Set<Long> own = new HashSet<>();
            long position = start;
            while (position != 0) {
                Refusal.unlessReadable(own.add(position));
                if (!seen.add(position)) {
                    return;
                }
                Refusal.unless(seen.size() <= MAX_DIRECTORIES, Rule.STRUCTURE_SIZE);
                TiffDirectory directory = numbers.directory(position);
                check(directory);
                position = directory.next();
            }
        }

        private void check(TiffDirectory directory) throws IOException {
            Optional<TiffDirectory.Values> width = directory.values(WIDTH);
            Optional<TiffDirectory.Values> height = directory.values(HEIGHT);
            if (width.isPresent() && height.isPresent()) {
                Pixels.check(
                        numbers.reader(width.get()).next(),
                        numbers.reader(height.get()).next());
            }
            Optional<TiffDirectory.Values> below = directory.values(SUB_DIRECTORIES);
            if (below.isPresent()) {
                Refusal.unless(below.get().count() <= MAX_DIRECTORIES, Rule.STRUCTURE_SIZE);
                TiffNumbers.Reader starts = numbers.reader(below.get());
                for (long index = 0; index < below.get().count(); index++) {
                    chains.add(starts.next());
                }
            }
            for (Map.Entry<Integer, Integer> pair : SIZES_BY_OFFSETS.entrySet()) {
                Optional<TiffDirectory.Values> offsets = directory.values(pair.getKey());
                Optional<TiffDirectory.Values> sizes = directory.values(pair.getValue());
                if (offsets.isPresent() && sizes.isPresent()) {
                    strips(offsets.get(), sizes.get());
                }
            }
        }

        private void strips(TiffDirectory.Values offsets, TiffDirectory.Values sizes) throws IOException {
            Refusal.unless(offsets.count() <= MAX_STRIPS, Rule.STRUCTURE_SIZE);
            TiffNumbers.Reader offset = numbers.reader(offsets);
            TiffNumbers.Reader length = numbers.reader(sizes);
            for (long index = 0; index < Math.min(offsets.count(), sizes.count()); index++) {
                long start = offset.next();
                long bytes = length.next();
                Refusal.unlessReadable(start >= 0 && bytes >= 0 && start <= size - bytes);
            }
        }
    }
}
