package org.sluis.blob;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
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
import org.sluis.blob.EncryptedBlobs.Reserved;
import org.sluis.blob.GrowingBlob.Mark;
import org.sluis.kernel.Sha256;

/** Content that comes in pieces, with a store opened anew for each, as after a restart. */
class GrowingBlobTest {

    private static final int PART = BlobCipher.PLAIN_BYTES;
    private static final byte[] CONTENT = content(2 * PART + 50_000);

    @TempDir
    Path directory;

    private Reserved blob;

    @BeforeEach
    void reserve() throws IOException {
        blob = blobs().reserved();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 1_000, PART - 1, PART, PART + 1, 2 * PART, 2 * PART + 49_999})
    void becomesOneWhereverItWasInterrupted(int at) throws IOException {
        Mark mark = grown(Mark.none(), 0, at);
        StoredBlob stored = finished(mark, at, CONTENT.length);

        assertThat(stored.size()).isEqualTo(CONTENT.length);
        assertThat(stored.sha256()).isEqualTo(Sha256.of(CONTENT));
        assertThat(stored.crc32()).hasValue(crc32(CONTENT));
        assertThat(read(stored)).isEqualTo(CONTENT);
    }

    @Test
    void becomesOneFromManySmallPieces() throws IOException {
        Mark mark = Mark.none();
        for (int at = 0; at + 9_973 < CONTENT.length; at += 9_973) {
            mark = grown(mark, at, at + 9_973);
            assertThat(mark.size()).isEqualTo(at + 9_973L);
        }
        assertThat(read(finished(mark, (int) mark.size(), CONTENT.length))).isEqualTo(CONTENT);
    }

    @ParameterizedTest
    @ValueSource(ints = {1_000, PART, PART + 1_000})
    void givesUpWhatCameBehindTheLastMark(int marked) throws IOException {
        Mark mark = grown(Mark.none(), 0, marked);
        byte[] other = content(2 * PART);
        try (GrowingBlob lost = blobs().resume(blob, mark)) {
            lost.write(other, other.length);
        }
        assertThat(read(finished(mark, marked, CONTENT.length))).isEqualTo(CONTENT);
    }

    @Test
    void goesOnAfterItWasFinishedAndNobodyWasTold() throws IOException {
        Mark mark = grown(Mark.none(), 0, PART + 7);
        finished(mark, PART + 7, CONTENT.length);
        assertThat(read(finished(mark, PART + 7, CONTENT.length))).isEqualTo(CONTENT);
    }

    @Test
    void refusesToGoOnWhereWhatWasMarkedIsGoneOrChanged() throws IOException {
        Mark mark = grown(Mark.none(), 0, PART + 1_000);
        byte[] changed = mark.tail().clone();
        changed[changed.length / 2] ^= 1;
        assertThatThrownBy(() -> blobs().resume(blob, new Mark(mark.size(), changed)))
                .isInstanceOf(ContentDamaged.class);
        assertThatThrownBy(() -> blobs().resume(blob, new Mark(mark.size() - 1, mark.tail())))
                .isInstanceOf(ContentDamaged.class);
        Files.delete(theFile());
        assertThatThrownBy(() -> blobs().resume(blob, mark)).isInstanceOf(ContentDamaged.class);
    }

    /** Two writers at once, against the rules: what they made of each other's bytes is never taken for content. */
    @Test
    void isNeverFinishedWithBytesThatAreNotTheOnesThatCame() throws IOException {
        Mark mark = grown(Mark.none(), 0, 2 * PART + 10);
        byte[] stored = Files.readAllBytes(theFile());
        stored[BlobCipher.SEALED_BYTES + 500] ^= 1;
        Files.write(theFile(), stored);
        assertThatThrownBy(() -> finished(mark, 2 * PART + 10, CONTENT.length)).isInstanceOf(ContentDamaged.class);
    }

    @Test
    void storesNothingReadableWhileItGrows() throws IOException {
        byte[] text = "a very recognisable sentence".repeat(20_000).getBytes(StandardCharsets.UTF_8);
        try (GrowingBlob growing = blobs().resume(blob, Mark.none())) {
            growing.write(text, text.length);
            Mark mark = growing.mark();
            assertThat(new String(mark.tail(), StandardCharsets.ISO_8859_1)).doesNotContain("recognisable");
        }
        assertThat(new String(Files.readAllBytes(theFile()), StandardCharsets.ISO_8859_1))
                .doesNotContain("recognisable");
    }

    @Test
    void leavesNothingWhenAbandoned() throws IOException {
        grown(Mark.none(), 0, PART + 1);
        blobs().abandon(blob.id());
        assertThat(files()).isEmpty();
    }

    private Mark grown(Mark mark, int from, int to) throws IOException {
        try (GrowingBlob growing = blobs().resume(blob, mark)) {
            byte[] piece = Arrays.copyOfRange(CONTENT, from, to);
            growing.write(piece, piece.length);
            return growing.mark();
        }
    }

    private StoredBlob finished(Mark mark, int from, int to) throws IOException {
        try (GrowingBlob growing = blobs().resume(blob, mark)) {
            byte[] piece = Arrays.copyOfRange(CONTENT, from, to);
            growing.write(piece, piece.length);
            return growing.finish();
        }
    }

    private byte[] read(StoredBlob stored) throws IOException {
        try (InputStream in = Channels.newInputStream(
                blobs().open(stored.id(), stored.wrappedKey().bytes()))) {
            return in.readAllBytes();
        }
    }

    private EncryptedBlobs blobs() throws IOException {
        String key = Base64.getEncoder().encodeToString(new byte[32]);
        return new EncryptedBlobs(new FileSystemBlobStore(directory), new MasterKey(key), 0);
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

    private static byte[] content(int length) {
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
