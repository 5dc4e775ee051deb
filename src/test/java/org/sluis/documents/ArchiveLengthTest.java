package org.sluis.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The arithmetic against what is written: where 32 bits end, and one member before and behind that. */
class ArchiveLengthTest {

    private static final byte[] ZEROS = new byte[1 << 20];
    private static final String SECOND = "größe.pdf";

    /** Header and name of the first member: with so many bytes less, the directory begins at the very end of 32 bits. */
    private static final long HEADER = 30 + 1;

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 70_000, 0xFFFF_FFFFL - HEADER, 0xFFFF_FFFFL - HEADER + 1, 0xFFFF_FFFFL})
    void isWhatIsWritten(long size) throws IOException {
        assertThat(length(Map.of("a", size))).isEqualTo(written(Map.of("a", size)));
        Map<String, Long> two = new TreeMap<>(Map.of("a", size, SECOND, 5L));
        assertThat(length(two)).isEqualTo(written(two));
    }

    private static long length(Map<String, Long> members) {
        ArchiveLength length = new ArchiveLength();
        members.forEach(length::add);
        return length.total();
    }

    private static long written(Map<String, Long> members) throws IOException {
        Counter counter = new Counter();
        ZipArchiveOutputStream zip = new ZipArchiveOutputStream(counter);
        zip.setUseZip64(Zip64Mode.AsNeeded);
        for (Map.Entry<String, Long> member : members.entrySet()) {
            CRC32 crc32 = new CRC32();
            zeros(member.getValue(), crc32::update);
            zip.putArchiveEntry(Archive.member(member.getKey(), member.getValue(), crc32.getValue()));
            zeros(member.getValue(), zip::write);
            zip.closeArchiveEntry();
        }
        zip.finish();
        return counter.count;
    }

    /** Takes bytes. */
    private interface Sink {
        void write(byte[] bytes, int from, int length) throws IOException;
    }

    private static void zeros(long size, Sink sink) throws IOException {
        for (long left = size; left > 0; left -= ZEROS.length) {
            sink.write(ZEROS, 0, (int) Math.min(ZEROS.length, left));
        }
    }

    private static final class Counter extends OutputStream {

        private long count;

        @Override
        public void write(int one) {
            count++;
        }

        @Override
        public void write(byte[] bytes, int from, int length) {
            count += length;
        }
    }
}
