package org.sluis.blob;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sluis.blob.BlobStore.PendingBlob;
import org.sluis.kernel.Ids;

class FileSystemBlobStoreTest extends BlobStoreContract {

    private static final byte[] CONTENT = {1, 2, 3};

    @TempDir
    Path outside;

    @Override
    BlobStore open() throws IOException {
        return new FileSystemBlobStore(directory());
    }

    @Test
    void writesNothingOutsideItsDirectory() throws IOException {
        stored(CONTENT);
        PendingBlob pending = open().begin();
        pending.close();
        assertThat(entries(outside)).containsExactly(directory());
        assertThat(entries(directory())).containsExactlyInAnyOrder(directory().resolve("blobs"), incoming());
    }

    @Test
    void namesFilesByIdentifierAndSpreadsThemOverFolders() throws IOException {
        UUID id = stored(CONTENT);
        String name = id.toString();
        assertThat(directory().resolve("blobs").relativize(theFile()))
                .isEqualTo(Path.of(name.substring(34), name.substring(32, 34), name));
    }

    @Test
    void letsNobodyElseOfTheMachineReadOrEnter() throws IOException {
        stored(CONTENT);
        try (PendingBlob pending = open().begin();
                Stream<Path> all = Files.walk(directory())) {
            pending.out().write(CONTENT);
            for (Path path : all.toList()) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                        .as(path.toString())
                        .isEqualTo(Files.isDirectory(path) ? "rwx------" : "rw-------");
            }
        }
    }

    @Test
    void leavesNoTemporaryFileAfterCloseOrCommit() throws IOException {
        stored(CONTENT);
        try (PendingBlob closed = open().begin()) {
            closed.out().write(CONTENT);
            assertThat(entries(incoming())).hasSize(1);
        }
        assertThat(entries(incoming())).isEmpty();
    }

    @Test
    void sweepsFilesByTheirAgeAndSparesUploadsUnderWay() throws IOException {
        Path leftover = Files.write(incoming().resolve(Ids.next().toString()), CONTENT);
        Files.setLastModifiedTime(leftover, FileTime.from(Instant.now().minus(Duration.ofHours(25))));
        try (PendingBlob begunLongAgo = open().begin()) {
            Path file = incoming().resolve(begunLongAgo.id().toString());
            Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(Duration.ofHours(30))));
            begunLongAgo.out().write(CONTENT);

            assertThat(open().sweep(Instant.now().minus(Duration.ofHours(24)), old -> Set.of()))
                    .isEqualTo(1);

            assertThat(entries(incoming())).containsExactly(file);
            begunLongAgo.commit();
            assertThat(read(open(), begunLongAgo.id())).isEqualTo(CONTENT);
        }
    }

    @Test
    void listsNoFileThatIsNotABlob() throws IOException {
        UUID id = stored(CONTENT);
        Files.write(theFile().resolveSibling("notes.txt"), CONTENT);
        Files.write(directory().resolve("blobs").resolve("README"), CONTENT);
        assertThat(listed(open(), 1)).extracting(BlobStore.Kept::id).containsExactly(id);
    }

    /** A sparse file stands for a recording of five gigabytes. */
    @Test
    void readsFarBehindFourGigabytes() throws IOException {
        UUID id = stored(CONTENT);
        byte[] end = "the end".getBytes(StandardCharsets.UTF_8);
        long size = 5_000_000_000L;
        try (RandomAccessFile sparse = new RandomAccessFile(theFile().toFile(), "rw")) {
            sparse.seek(size - end.length);
            sparse.write(end);
        }
        try (SeekableByteChannel channel = open().open(id)) {
            assertThat(channel.size()).isEqualTo(size);
            ByteBuffer read = ByteBuffer.allocate(end.length);
            channel.position(size - end.length).read(read);
            assertThat(read.array()).isEqualTo(end);
        }
    }

    private Path directory() {
        return outside.resolve("storage");
    }

    private Path incoming() {
        return directory().resolve("incoming");
    }

    private Path theFile() throws IOException {
        try (Stream<Path> all = Files.walk(directory().resolve("blobs"))) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> file.getFileName().toString().length() == 36)
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static List<Path> entries(Path folder) throws IOException {
        try (Stream<Path> found = Files.list(folder)) {
            return found.toList();
        }
    }
}
