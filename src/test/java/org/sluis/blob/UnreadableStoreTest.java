package org.sluis.blob;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Base64;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A store that fails is not a store whose bytes are wrong. */
class UnreadableStoreTest {

    private static final byte[] CONTENT = new byte[700_000];

    @TempDir
    Path directory;

    private ShrinkingStore store;
    private EncryptedBlobs blobs;
    private StoredBlob stored;

    @BeforeEach
    void oneBlob() throws IOException {
        store = new ShrinkingStore(new FileSystemBlobStore(directory));
        blobs = new EncryptedBlobs(store, new MasterKey(Base64.getEncoder().encodeToString(new byte[32])), 0);
        stored = blobs.receive(new ByteArrayInputStream(CONTENT), CONTENT.length);
    }

    @AfterEach
    void notInterrupted() {
        assertThat(Thread.interrupted()).isFalse();
    }

    @Test
    void failureAtTheBeginningIsNoDamage() {
        store.failReads(true);
        assertThatThrownBy(this::read).isInstanceOf(StoreUnavailable.class);
    }

    @Test
    void failureInTheMiddleIsNoDamageAndPasses() throws IOException {
        try (SeekableByteChannel content = open()) {
            content.read(ByteBuffer.allocate(1000));
            store.failReads(true);
            assertThatThrownBy(() -> readOn(content)).isInstanceOf(StoreUnavailable.class);
        }
        store.failReads(false);
        assertThat(read()).isEqualTo(CONTENT.length);
    }

    @Test
    void channelThatIsClosedMeanwhileIsNoDamage() throws IOException {
        SeekableByteChannel content = open();
        content.read(ByteBuffer.allocate(1000));
        content.close();
        assertThatThrownBy(() -> readOn(content)).isInstanceOf(StoreUnavailable.class);
    }

    @Test
    void readerThatIsInterruptedFindsNoDamage() throws IOException {
        try (SeekableByteChannel content = open()) {
            content.read(ByteBuffer.allocate(1000));
            Thread.currentThread().interrupt();
            try {
                assertThatThrownBy(() -> readOn(content)).isInstanceOf(StoreUnavailable.class);
            } finally {
                assertThat(Thread.interrupted()).isTrue();
            }
        }
    }

    @Test
    void fileThatCannotBeOpenedIsNoDamageAndOneThatIsGoneIsGone() throws IOException {
        Path file = theFile();
        Path aside = Files.move(file, directory.resolve("aside"));
        assertThatThrownBy(this::open).isInstanceOf(NoSuchFileException.class);
        Files.createSymbolicLink(file, file.getFileName());
        assertThatThrownBy(this::open).isInstanceOf(StoreUnavailable.class);
        Files.move(aside, file, StandardCopyOption.REPLACE_EXISTING);
        assertThat(read()).isEqualTo(CONTENT.length);
    }

    @Test
    void wrongBytesAreDamageAlsoWhereTheStoreIsWell() throws IOException {
        Path file = theFile();
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length - 100] ^= 1;
        Files.write(file, bytes);
        assertThatThrownBy(this::read).isInstanceOf(ContentDamaged.class);
    }

    private SeekableByteChannel open() throws IOException {
        return blobs.open(stored.id(), stored.wrappedKey().bytes());
    }

    private long read() throws IOException {
        try (SeekableByteChannel content = open()) {
            return readOn(content);
        }
    }

    private static long readOn(SeekableByteChannel content) throws IOException {
        ByteBuffer piece = ByteBuffer.allocate(64 * 1024);
        while (content.read(piece) >= 0) {
            piece.clear();
        }
        return content.position();
    }

    private Path theFile() throws IOException {
        try (Stream<Path> all = Files.walk(directory.resolve("blobs"))) {
            return all.filter(Files::isRegularFile).findFirst().orElseThrow();
        }
    }
}
