package org.sluis.blob;

import java.io.EOFException;
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
    private boolean kept;

    private PendingFile(UUID id, Path temporary, Path target, boolean kept, StandardOpenOption... how)
            throws IOException {
        this.id = id;
        this.temporary = temporary;
        this.target = target;
        this.kept = kept;
        this.channel = FileChannel.open(
                temporary,
                Set.of(how),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }

    static PendingFile begun(UUID id, Path temporary, Path target) throws IOException {
        return new PendingFile(id, temporary, target, false, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }

    /** @param length bytes that stay */
    static PendingFile resumed(UUID id, Path temporary, Path target, long length) throws IOException {
        if (Files.notExists(temporary) && Files.exists(target)) {
            Files.move(target, temporary, StandardCopyOption.ATOMIC_MOVE);
        }
        PendingFile file =
                new PendingFile(id, temporary, target, true, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (file.channel.size() < length) {
            file.close();
            throw new EOFException("fewer bytes are there than were kept");
        }
        file.channel.truncate(length).position(length);
        return file;
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
    public void keep() throws IOException {
        channel.force(true);
        force(parent(temporary));
        kept = true;
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
        if (!kept) {
            Files.deleteIfExists(temporary);
        }
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
