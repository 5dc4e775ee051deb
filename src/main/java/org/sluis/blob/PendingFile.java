package org.sluis.blob;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.UUID;

/** A file on its way: written under a temporary name, forced to disk, then moved in one step. */
final class PendingFile implements BlobStore.PendingBlob {

    private final UUID id;
    private final Path temporary;
    private final Path target;
    private final FileChannel channel;

    PendingFile(UUID id, Path temporary, Path target) throws IOException {
        this.id = id;
        this.temporary = temporary;
        this.target = target;
        this.channel = FileChannel.open(
                temporary,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }

    @Override
    public UUID id() {
        return id;
    }

    @Override
    public OutputStream out() {
        return Channels.newOutputStream(channel);
    }

    @Override
    public void commit() throws IOException {
        channel.close();
        try (FileChannel open = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
            open.force(true);
        }
        Path folder = FileSystemBlobStore.privateFolder(parent(target));
        Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
        force(folder);
        force(parent(folder));
        force(parent(parent(folder)));
    }

    @Override
    public void close() throws IOException {
        channel.close();
        Files.deleteIfExists(temporary);
    }

    /** A rename is durable once its folder is. */
    private static void force(Path folder) throws IOException {
        try (FileChannel open = FileChannel.open(folder, StandardOpenOption.READ)) {
            open.force(true);
        }
    }

    private static Path parent(Path path) {
        Path parent = path.getParent();
        if (parent == null) {
            throw new IllegalStateException("a blob lives below a folder");
        }
        return parent;
    }
}
