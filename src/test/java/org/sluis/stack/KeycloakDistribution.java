package org.sluis.stack;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Keycloak, unpacked and built for PostgreSQL once, in a cache that builds share. It is made under another name and
 * moved when finished; what a crash left half-made is recognised and made again.
 */
final class KeycloakDistribution {
    private static final String MARKER = ".built-for-postgresql";

    private final Path archive;
    private final Path cache;
    private final String name;
    private final Steps steps;

    /** What goes with the work where there is any. */
    interface Steps {

        /** Told before the archive is unpacked. */
        void unpacking();

        /** Builds what was unpacked. */
        void build(Path distribution) throws IOException, InterruptedException;
    }

    KeycloakDistribution(Path archive, Path cache, String version, Steps steps) {
        this.archive = archive;
        this.cache = cache;
        this.name = "keycloak-" + version;
        this.steps = steps;
    }

    Path prepare() throws IOException, InterruptedException {
        Files.createDirectories(cache);
        Path finished = cache.resolve(name);
        try (FileChannel channel = FileChannel.open(
                        cache.resolve(name + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            if (lock.isValid() && !Files.exists(finished.resolve(MARKER))) {
                make(finished);
            }
        }
        return finished;
    }

    private void make(Path finished) throws IOException, InterruptedException {
        for (Path leftover : leftovers()) {
            PrivateFiles.deleteTree(leftover);
        }
        Path part = Files.createTempDirectory(cache, name + ".part-");
        steps.unpacking();
        unpack(part);
        Path distribution = part.resolve(name);
        steps.build(distribution);
        Files.createFile(distribution.resolve(MARKER));
        Files.move(distribution, finished, StandardCopyOption.ATOMIC_MOVE);
        PrivateFiles.deleteTree(part);
    }

    private List<Path> leftovers() throws IOException {
        try (Stream<Path> found = Files.list(cache)) {
            return found.filter(path -> isLeftover(path.getFileName().toString()))
                    .toList();
        }
    }

    private boolean isLeftover(String file) {
        return file.equals(name) || file.startsWith(name + ".part-");
    }

    private void unpack(Path target) throws IOException {
        try (InputStream bytes = Files.newInputStream(archive);
                ZipInputStream zip = new ZipInputStream(bytes)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                unpack(zip, entry, target);
            }
        }
    }

    private static void unpack(InputStream content, ZipEntry entry, Path target) throws IOException {
        Path file = target.resolve(entry.getName()).normalize();
        if (!file.startsWith(target)) {
            throw new StackException("archive entry outside its folder: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(file);
            return;
        }
        Files.createDirectories(file.resolveSibling("."));
        Files.copy(content, file);
    }
}
