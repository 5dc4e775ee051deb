package org.sluis.blob;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.sluis.kernel.Ids;

/**
 * Blobs as files below one directory. Two levels of folders are taken from the random end of the identifier, so that no
 * folder grows with time. Names come from identifiers alone: nothing from outside becomes a path (ASVS 5.3.2).
 */
public final class FileSystemBlobStore implements BlobStore {

    private static final int PAGE = 500;

    private final Path blobs;
    private final Path incoming;

    public FileSystemBlobStore(Path directory) throws IOException {
        this.blobs = privateFolder(directory.resolve("blobs"));
        this.incoming = privateFolder(directory.resolve("incoming"));
    }

    @Override
    public PendingBlob begin() throws IOException {
        UUID id = Ids.next();
        return PendingFile.begun(id, temporary(id), path(id));
    }

    @Override
    public PendingBlob resume(UUID id, long length) throws IOException {
        return PendingFile.resumed(id, temporary(id), path(id), length);
    }

    @Override
    public void abandon(UUID id) throws IOException {
        Files.deleteIfExists(temporary(id));
        delete(id);
    }

    @Override
    public SeekableByteChannel open(UUID id) throws IOException {
        try {
            return Files.newByteChannel(path(id), StandardOpenOption.READ);
        } catch (NoSuchFileException gone) {
            if (Files.notExists(blobs)) {
                throw new NotDirectoryException(blobs.toString());
            }
            throw gone;
        }
    }

    @Override
    public boolean exists(UUID id) {
        return Files.isRegularFile(path(id));
    }

    @Override
    public void delete(UUID id) throws IOException {
        Files.deleteIfExists(path(id));
    }

    @Override
    public long free() throws IOException {
        return Files.getFileStore(incoming).getUsableSpace();
    }

    @Override
    public List<Kept> list(Optional<UUID> after, int limit) throws IOException {
        return new BlobWalk(blobs, after.map(this::path), limit).page();
    }

    @Override
    public int sweep(Instant before, Function<Collection<UUID>, Set<UUID>> awaited) throws IOException {
        int swept = 0;
        List<UUID> old = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(incoming)) {
            for (Path file : files) {
                if (isUntouchedSince(before, file)) {
                    Ids.parse(String.valueOf(file.getFileName())).ifPresent(old::add);
                }
                if (old.size() == PAGE) {
                    swept += remove(old, before, awaited.apply(old));
                    old.clear();
                }
            }
        }
        return old.isEmpty() ? swept : swept + remove(old, before, awaited.apply(old));
    }

    /** One that was touched while it was asked for is on its way after all. */
    private int remove(List<UUID> old, Instant before, Set<UUID> awaited) throws IOException {
        int removed = 0;
        for (UUID id : old) {
            Path file = temporary(id);
            if (!awaited.contains(id) && isUntouchedSince(before, file) && Files.deleteIfExists(file)) {
                removed++;
            }
        }
        return removed;
    }

    private static boolean isUntouchedSince(Instant before, Path file) throws IOException {
        try {
            return Files.getLastModifiedTime(file).toInstant().isBefore(before);
        } catch (NoSuchFileException finishedMeanwhile) {
            return false;
        }
    }

    private Path temporary(UUID id) {
        return incoming.resolve(id.toString());
    }

    private Path path(UUID id) {
        String name = id.toString();
        int end = name.length();
        return blobs.resolve(name.substring(end - 2))
                .resolve(name.substring(end - 4, end - 2))
                .resolve(name);
    }

    static Path privateFolder(Path folder) throws IOException {
        return Files.createDirectories(
                folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }
}
