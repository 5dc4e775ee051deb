package org.sluis.blob;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sluis.kernel.Sha256;

class EncryptedBlobsTest {

    private static final byte[] CONTENT = new byte[200_000];

    @TempDir
    Path directory;

    private EncryptedBlobs blobs;

    @BeforeEach
    void open() throws IOException {
        new Random(7).nextBytes(CONTENT);
        String key = Base64.getEncoder().encodeToString(new byte[32]);
        blobs = new EncryptedBlobs(new FileSystemBlobStore(directory), new MasterKey(key), 0);
    }

    @Test
    void givesBackWhatItReceivedWithItsHash() throws IOException {
        StoredBlob stored = receive(CONTENT.length);
        assertThat(stored.sha256()).isEqualTo(Sha256.of(CONTENT));
        assertThat(read(stored)).isEqualTo(CONTENT);
    }

    @Test
    void refusesOneByteTooManyAndLeavesNothing() throws IOException {
        assertThatThrownBy(() -> receive(CONTENT.length - 1)).isInstanceOf(ContentTooLarge.class);
        assertThat(files()).isEmpty();
    }

    @Test
    void neverGivesAWrongByte() throws IOException {
        StoredBlob stored = receive(CONTENT.length);
        Path file = files().get(0);
        byte[] bytes = Files.readAllBytes(file);
        for (int position : new int[] {0, 100, bytes.length / 2, bytes.length - 1}) {
            byte[] flipped = bytes.clone();
            flipped[position] ^= 1;
            Files.write(file, flipped);
            assertThatThrownBy(() -> read(stored)).isInstanceOf(ContentDamaged.class);
        }
        Files.write(file, java.util.Arrays.copyOf(bytes, 2 * 64 * 1024));
        assertThatThrownBy(() -> read(stored)).isInstanceOf(ContentDamaged.class);
    }

    @Test
    void storesNothingReadable() throws IOException {
        byte[] plain = "a very recognisable sentence".repeat(50).getBytes(java.nio.charset.StandardCharsets.UTF_8);
        blobs.receive(new ByteArrayInputStream(plain), plain.length);
        assertThat(new String(Files.readAllBytes(files().get(0)), java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain("recognisable");
    }

    private StoredBlob receive(long limit) throws IOException {
        return blobs.receive(new ByteArrayInputStream(CONTENT), limit);
    }

    private byte[] read(StoredBlob stored) throws IOException {
        try (SeekableByteChannel channel =
                        blobs.open(stored.id(), stored.wrappedKey().bytes());
                InputStream in = Channels.newInputStream(channel)) {
            return in.readAllBytes();
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(directory)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }
}
