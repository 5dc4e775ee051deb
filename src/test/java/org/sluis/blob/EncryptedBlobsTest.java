package org.sluis.blob;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sluis.kernel.Sha256;

class EncryptedBlobsTest {

    private static final int SEGMENT = 64 * 1024;
    private static final int TAG = 16;

    /** Plain bytes in the first segment, which shares its room with the header: length, salt of the key, prefix. */
    private static final int FIRST = SEGMENT - TAG - (1 + 32 + 7);

    /** Plain bytes in each further segment. */
    private static final int FURTHER = SEGMENT - TAG;

    private static final byte[] CONTENT = random(200_000);

    /** Plain bytes in a part, and what it takes in the store. */
    private static final int PART = FIRST + 3 * FURTHER;

    private static final int SEALED = 4 * SEGMENT;

    /** Two full parts and some of a third. */
    private static final byte[] LONG = random(2 * PART + 70_000);

    @TempDir
    Path directory;

    private EncryptedBlobs blobs;

    @BeforeEach
    void open() throws IOException {
        blobs = blobs((byte) 0, 0);
    }

    @Test
    void givesBackWhatItReceivedWithItsHash() throws IOException {
        StoredBlob stored = receive(CONTENT);
        assertThat(stored.sha256()).isEqualTo(Sha256.of(CONTENT));
        assertThat(stored.crc32()).hasValue(crc32(CONTENT));
        assertThat(stored.size()).isEqualTo(CONTENT.length);
        assertThat(read(stored)).isEqualTo(CONTENT);
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                0,
                1,
                FIRST - 1,
                FIRST,
                FIRST + 1,
                FIRST + FURTHER - 1,
                FIRST + FURTHER,
                FIRST + FURTHER + 1,
                FIRST + 2 * FURTHER
            })
    void givesBackContentThatEndsAroundASegment(int length) throws IOException {
        byte[] content = Arrays.copyOf(CONTENT, length);
        assertThat(read(receive(content))).isEqualTo(content);
        long stored = Files.size(theFile());
        assertThat(stored).isGreaterThan(length).isLessThan(length + 4L * SEGMENT / 1000 + 200);
    }

    @ParameterizedTest
    @ValueSource(ints = {FIRST - 1, FIRST, FIRST + 1, FIRST + FURTHER - 1, FIRST + FURTHER, 150_000})
    void readsFromAnyPositionAlsoAcrossSegments(int position) throws IOException {
        StoredBlob stored = receive(CONTENT);
        try (SeekableByteChannel channel =
                blobs.open(stored.id(), stored.wrappedKey().bytes())) {
            channel.position(position);
            ByteBuffer span = ByteBuffer.allocate(10_000);
            Channels.newInputStream(channel).readNBytes(span.array(), 0, span.capacity());
            assertThat(span.array()).isEqualTo(Arrays.copyOfRange(CONTENT, position, position + 10_000));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {PART - 1, PART, PART + 1, 2 * PART - 1, 2 * PART, 2 * PART + 1, 2 * PART + 70_000})
    void givesBackContentThatEndsAroundAPart(int length) throws IOException {
        byte[] content = Arrays.copyOf(LONG, length);
        StoredBlob stored = receive(content);
        assertThat(read(stored)).isEqualTo(content);
        try (SeekableByteChannel channel =
                blobs.open(stored.id(), stored.wrappedKey().bytes())) {
            assertThat(channel.size()).isEqualTo(length);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {PART - 5_000, PART - 1, PART, PART + 1, 2 * PART - 1, 2 * PART})
    void readsFromAnyPositionAlsoAcrossParts(int position) throws IOException {
        StoredBlob stored = receive(LONG);
        try (SeekableByteChannel channel =
                blobs.open(stored.id(), stored.wrappedKey().bytes())) {
            channel.position(position);
            ByteBuffer span = ByteBuffer.allocate(10_000);
            Channels.newInputStream(channel).readNBytes(span.array(), 0, span.capacity());
            assertThat(span.array()).isEqualTo(Arrays.copyOfRange(LONG, position, position + 10_000));
        }
    }

    /** Each part is whole in itself; what is missing, is there twice or has changed places must show all the same. */
    @Test
    void refusesPartsThatAreMissingRepeatedOrInAnotherOrder() throws IOException {
        StoredBlob stored = receive(LONG);
        byte[] bytes = Files.readAllBytes(theFile());
        byte[] swapped = bytes.clone();
        System.arraycopy(bytes, 0, swapped, SEALED, SEALED);
        System.arraycopy(bytes, SEALED, swapped, 0, SEALED);
        refuses(stored, swapped);
        refuses(stored, Arrays.copyOf(bytes, SEALED));
        refuses(stored, Arrays.copyOf(bytes, 2 * SEALED));
        refuses(stored, Arrays.copyOfRange(bytes, SEALED, bytes.length));
        byte[] repeated = Arrays.copyOf(bytes, bytes.length + SEALED);
        System.arraycopy(bytes, SEALED, repeated, 2 * SEALED, bytes.length - SEALED);
        refuses(stored, repeated);
    }

    /** Header, first segment, both sides of a boundary, a tag, the end (R7). */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 33, 40, SEGMENT - TAG - 1, SEGMENT - 1, SEGMENT, 2 * SEGMENT - 1, 150_000, -1})
    void refusesAFlippedBit(int position) throws IOException {
        StoredBlob stored = receive(CONTENT);
        byte[] bytes = Files.readAllBytes(theFile());
        bytes[position < 0 ? bytes.length + position : position] ^= 1;
        refuses(stored, bytes);
    }

    /** In the middle of a segment, on a boundary, within the header, and all of it. */
    @ParameterizedTest
    @ValueSource(ints = {150_000, 3 * SEGMENT, 2 * SEGMENT, SEGMENT, SEGMENT + TAG, 20, 0})
    void refusesContentThatWasCut(int length) throws IOException {
        StoredBlob stored = receive(CONTENT);
        refuses(stored, Arrays.copyOf(Files.readAllBytes(theFile()), length));
    }

    @Test
    void refusesContentThatGrew() throws IOException {
        StoredBlob stored = receive(CONTENT);
        byte[] bytes = Files.readAllBytes(theFile());
        refuses(stored, Arrays.copyOf(bytes, bytes.length + 1));
        refuses(stored, Arrays.copyOf(bytes, bytes.length + SEGMENT));
    }

    @Test
    void refusesSegmentsThatChangedPlaces() throws IOException {
        StoredBlob stored = receive(CONTENT);
        byte[] bytes = Files.readAllBytes(theFile());
        byte[] swapped = bytes.clone();
        System.arraycopy(bytes, SEGMENT, swapped, 2 * SEGMENT, SEGMENT);
        System.arraycopy(bytes, 2 * SEGMENT, swapped, SEGMENT, SEGMENT);
        refuses(stored, swapped);
    }

    @Test
    void refusesTheBytesOfAnotherBlobUnderThisName() throws IOException {
        StoredBlob other = receive(CONTENT);
        byte[] foreign = Files.readAllBytes(theFile());
        blobs.delete(other.id());
        StoredBlob stored = receive(CONTENT);
        refuses(stored, foreign);
    }

    @Test
    void opensABlobWithItsOwnKeyOnly() throws IOException {
        StoredBlob stored = receive(CONTENT);
        StoredBlob other = receive(CONTENT);
        assertThatThrownBy(() -> blobs.open(stored.id(), other.wrappedKey().bytes()))
                .isInstanceOf(ContentDamaged.class);
        assertThatThrownBy(() -> blobs.open(stored.id(), new byte[0])).isInstanceOf(ContentDamaged.class);
        assertThatThrownBy(() ->
                        blobs((byte) 1, 0).open(stored.id(), stored.wrappedKey().bytes()))
                .isInstanceOf(ContentDamaged.class);
        assertThat(read(stored)).isEqualTo(CONTENT);
    }

    @Test
    void givesTheSameContentOtherBytesEachTime() throws IOException {
        receive(CONTENT);
        byte[] first = Files.readAllBytes(theFile());
        Files.delete(theFile());
        receive(CONTENT);
        byte[] second = Files.readAllBytes(theFile());
        assertThat(Arrays.mismatch(first, second)).isLessThan(40);
    }

    @Test
    void storesNothingReadable() throws IOException {
        receive("a very recognisable sentence".repeat(50).getBytes(StandardCharsets.UTF_8));
        assertThat(new String(Files.readAllBytes(theFile()), StandardCharsets.ISO_8859_1))
                .doesNotContain("recognisable");
    }

    @Test
    void takesAsMuchAsTheLimitAndRefusesOneByteMoreLeavingNothing() throws IOException {
        assertThatCode(() -> blobs.receive(new ByteArrayInputStream(CONTENT), CONTENT.length))
                .doesNotThrowAnyException();
        Files.delete(theFile());
        assertThatThrownBy(() -> blobs.receive(new ByteArrayInputStream(CONTENT), CONTENT.length - 1L))
                .isInstanceOfSatisfying(
                        ContentTooLarge.class,
                        refused -> assertThat(refused.limit()).isEqualTo(CONTENT.length - 1L));
        assertThat(files()).isEmpty();
    }

    @Test
    void refusesBeforeTheReserveIsTouchedLeavingNothing() throws IOException {
        assertThatThrownBy(() ->
                        blobs((byte) 0, Long.MAX_VALUE).receive(new ByteArrayInputStream(CONTENT), CONTENT.length))
                .isInstanceOf(StorageFull.class);
        assertThat(files()).isEmpty();
    }

    @Test
    void refusesWhenTheReserveIsReachedOnTheWayLeavingNothing() throws IOException {
        ShrinkingStore shrinking = new ShrinkingStore(new FileSystemBlobStore(directory));
        EncryptedBlobs full = new EncryptedBlobs(shrinking, new MasterKey(key((byte) 0)), 100_000);
        InputStream content = new ByteArrayInputStream(CONTENT) {
            @Override
            public synchronized int read(byte[] target, int from, int length) {
                shrinking.leave(99_999);
                return super.read(target, from, length);
            }
        };
        assertThatThrownBy(() -> full.receive(content, CONTENT.length)).isInstanceOf(StorageFull.class);
        assertThat(files()).isEmpty();
    }

    @Test
    void leavesNothingWhenTheSenderIsCutOff() throws IOException {
        InputStream cutOff = new ByteArrayInputStream(CONTENT) {
            @Override
            public synchronized int read(byte[] target, int from, int length) {
                if (pos > 100_000) {
                    throw new IllegalStateException("cut off");
                }
                return super.read(target, from, length);
            }
        };
        assertThatThrownBy(() -> blobs.receive(cutOff, CONTENT.length)).hasMessage("cut off");
        assertThat(files()).isEmpty();
    }

    @Test
    void forgetsWhatIsDeleted() throws IOException {
        StoredBlob stored = receive(CONTENT);
        blobs.delete(stored.id());
        assertThatThrownBy(() -> read(stored)).isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void tellsWhetherItWorksAndLeavesNoTrace() throws IOException {
        assertThat(blobs.works()).isTrue();
        assertThat(files()).isEmpty();
        ShrinkingStore broken = new ShrinkingStore(new FileSystemBlobStore(directory));
        broken.refuseWrites();
        assertThat(new EncryptedBlobs(broken, new MasterKey(key((byte) 0)), 0).works())
                .isFalse();
    }

    @Test
    void worksWithoutRoomSoThatReadersAreServed() throws IOException {
        EncryptedBlobs full = blobs((byte) 0, Long.MAX_VALUE);
        assertThat(full.works()).isTrue();
        assertThat(full.room()).isZero();
    }

    @Test
    void tellsADiskThatIsFullInTheMiddleFromOneThatFails() throws IOException {
        ShrinkingStore shrinking = new ShrinkingStore(new FileSystemBlobStore(directory));
        EncryptedBlobs small = new EncryptedBlobs(shrinking, new MasterKey(key((byte) 0)), 0);
        shrinking.refuseWrites();
        assertThatThrownBy(() -> small.receive(new ByteArrayInputStream(CONTENT), CONTENT.length))
                .isInstanceOf(IOException.class)
                .isNotInstanceOf(StorageFull.class);
        shrinking.leave(0);
        assertThatThrownBy(() -> small.receive(new ByteArrayInputStream(CONTENT), CONTENT.length))
                .isInstanceOf(StorageFull.class);
        assertThat(files()).isEmpty();
    }

    private void refuses(StoredBlob stored, byte[] tampered) throws IOException {
        Files.write(theFile(), tampered);
        assertThatThrownBy(() -> read(stored)).isInstanceOf(ContentDamaged.class);
    }

    private EncryptedBlobs blobs(byte master, long reserve) throws IOException {
        return new EncryptedBlobs(new FileSystemBlobStore(directory), new MasterKey(key(master)), reserve);
    }

    private static String key(byte filling) {
        byte[] key = new byte[32];
        Arrays.fill(key, filling);
        return Base64.getEncoder().encodeToString(key);
    }

    private StoredBlob receive(byte[] content) throws IOException {
        return blobs.receive(new ByteArrayInputStream(content), content.length);
    }

    private byte[] read(StoredBlob stored) throws IOException {
        try (SeekableByteChannel channel =
                        blobs.open(stored.id(), stored.wrappedKey().bytes());
                InputStream in = Channels.newInputStream(channel)) {
            return in.readAllBytes();
        }
    }

    private Path theFile() throws IOException {
        assertThat(files()).hasSize(1);
        return files().get(0);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(directory)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new Random(7).nextBytes(bytes);
        return bytes;
    }

    private static long crc32(byte[] content) {
        CRC32 crc32 = new CRC32();
        crc32.update(content);
        return crc32.getValue();
    }
}
