package org.sluis.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sluis.inspection.parsing.Objection;
import org.sluis.inspection.parsing.Rule;

/** TIFF and BigTIFF: directories in chains and trees, values that programs leave broken, and loops. */
class TiffTest {

    private static final int SHORT = 3;
    private static final int LONG = 4;
    private static final int DIRECTORY = 13;
    private static final int LONG8 = 16;
    private static final int FIRST = 8;
    private static final int FIRST_BIG = 16;

    private final Laboratory laboratory = Laboratory.shared();

    @Test
    void directoryThatItsListAndItsNeighbourPointToPasses() {
        ByteBuffer file = classic(ByteOrder.LITTLE_ENDIAN);
        directory(file, FIRST, 0, new long[] {330, LONG, 2, 100});
        file.putInt(100, 120).putInt(104, 160);
        directory(file, 120, 160, new long[] {256, SHORT, 1, 10});
        directory(file, 160, 0, new long[] {256, SHORT, 1, 10});
        assertThat(rule(file)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void chainThatComesBackToItselfIsDamaged(int length) {
        ByteBuffer file = classic(ByteOrder.BIG_ENDIAN);
        directory(file, FIRST, length == 1 ? FIRST : 120, new long[] {256, SHORT, 1, 10 << 16});
        directory(file, 120, FIRST, new long[] {256, SHORT, 1, 10 << 16});
        assertThat(rule(file)).contains(Rule.DAMAGED);
    }

    @Test
    void valueOfAnUnknownTagMayLieBeyondTheEnd() {
        ByteBuffer file = classic(ByteOrder.LITTLE_ENDIAN);
        directory(file, FIRST, 0, new long[] {256, SHORT, 1, 10}, new long[] {37500, 7, 5000, 190}, new long[] {
            700, 99, 9, 1
        });
        assertThat(rule(file)).isEmpty();
    }

    @Test
    void emptyValuesAreAbsent() {
        ByteBuffer file = classic(ByteOrder.LITTLE_ENDIAN);
        directory(file, FIRST, 0, new long[] {256, SHORT, 0, 0}, new long[] {257, SHORT, 0, 0}, new long[] {
            330, DIRECTORY, 0, 0
        });
        assertThat(rule(file)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {273, 324})
    void stripOrTileBeyondTheEndIsDamaged(int offsets) {
        int lengths = offsets == 273 ? 279 : 325;
        ByteBuffer file = classic(ByteOrder.LITTLE_ENDIAN);
        directory(file, FIRST, 0, new long[] {offsets, LONG, 1, 150}, new long[] {lengths, LONG, 1, 50});
        assertThat(rule(file)).isEmpty();
        directory(file, FIRST, 0, new long[] {offsets, LONG, 1, 150}, new long[] {lengths, LONG, 1, 51});
        assertThat(rule(file)).contains(Rule.DAMAGED);
    }

    @Test
    void directoryBeyondTheEndIsDamaged() {
        ByteBuffer file = classic(ByteOrder.LITTLE_ENDIAN);
        directory(file, FIRST, 0, new long[] {330, LONG, 1, 199});
        assertThat(rule(file)).contains(Rule.DAMAGED);
    }

    @Test
    void pictureOfTerabytesIsTooLarge() {
        ByteBuffer file = classic(ByteOrder.LITTLE_ENDIAN);
        directory(file, FIRST, 0, new long[] {256, LONG, 1, 2_000_000}, new long[] {257, LONG, 1, 2_000_000});
        assertThat(rule(file)).contains(Rule.PICTURE_SIZE);
    }

    @Test
    void bigTiffIsReadAlike() {
        ByteBuffer file = big();
        bigDirectory(file, 0, new long[] {273, LONG8, 1, 150}, new long[] {279, LONG8, 1, 50});
        assertThat(rule(file)).isEmpty();
        bigDirectory(file, 0, new long[] {273, LONG8, 1, 150}, new long[] {279, LONG8, 1, 51});
        assertThat(rule(file)).contains(Rule.DAMAGED);
        bigDirectory(file, FIRST_BIG, new long[] {256, LONG8, 1, 10});
        assertThat(rule(file)).contains(Rule.DAMAGED);
        bigDirectory(file, -1, new long[] {256, LONG8, 1, 10});
        assertThat(rule(file)).contains(Rule.DAMAGED);
    }

    private Optional<Rule> rule(ByteBuffer file) {
        byte[] bytes = new byte[file.capacity()];
        file.get(0, bytes);
        return laboratory.inspect("a.tif", bytes).objection().map(Objection::rule);
    }

    private static ByteBuffer classic(ByteOrder order) {
        boolean little = order == ByteOrder.LITTLE_ENDIAN;
        return ByteBuffer.allocate(200)
                .order(order)
                .put(0, (byte) (little ? 'I' : 'M'))
                .put(1, (byte) (little ? 'I' : 'M'))
                .putShort(2, (short) 42)
                .putInt(4, FIRST);
    }

    private static void directory(ByteBuffer file, int position, int next, long[]... entries) {
        file.position(position).putShort((short) entries.length);
        for (long[] entry : entries) {
            file.putShort((short) entry[0])
                    .putShort((short) entry[1])
                    .putInt((int) entry[2])
                    .putInt((int) entry[3]);
        }
        file.putInt(next);
    }

    private static ByteBuffer big() {
        return ByteBuffer.allocate(200)
                .put(0, (byte) 'M')
                .put(1, (byte) 'M')
                .putShort(2, (short) 43)
                .putShort(4, (short) 8)
                .putLong(8, FIRST_BIG);
    }

    private static void bigDirectory(ByteBuffer file, long next, long[]... entries) {
        file.position(FIRST_BIG).putLong(entries.length);
        for (long[] entry : entries) {
            file.putShort((short) entry[0])
                    .putShort((short) entry[1])
                    .putLong(entry[2])
                    .putLong(entry[3]);
        }
        file.putLong(next);
    }
}
