package org.sluis.blob;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sluis.blob.BlobStore.Kept;
import org.sluis.kernel.Ids;

/**
 * One page of a walk through the folders of blobs, in the order of their paths. Only one folder's names are held at a
 * time, so the walk needs the same memory however much is stored.
 */
final class BlobWalk {

    private final Path blobs;
    private final Optional<Path> after;
    private final int limit;
    private final List<Kept> page = new ArrayList<>();

    /** @param after the path to go on behind */
    BlobWalk(Path blobs, Optional<Path> after, int limit) {
        this.blobs = blobs;
        this.after = after;
        this.limit = limit;
    }

    List<Kept> page() throws IOException {
        descend(blobs, 2);
        return List.copyOf(page);
    }

    private void descend(Path folder, int levelsBelow) throws IOException {
        for (Path entry : inOrder(folder)) {
            if (page.size() == limit) {
                return;
            }
            if (isPassed(entry)) {
                continue;
            }
            if (levelsBelow == 0) {
                take(entry);
            } else if (Files.isDirectory(entry)) {
                descend(entry, levelsBelow - 1);
            }
        }
    }

    /** Whether this file, or everything in this folder, was on an earlier page. */
    private boolean isPassed(Path entry) {
        return after.map(last -> last.startsWith(entry) ? last.equals(entry) : last.compareTo(entry) > 0)
                .orElse(false);
    }

    private void take(Path file) throws IOException {
        Optional<UUID> id = Ids.parse(String.valueOf(file.getFileName()));
        if (id.isEmpty()) {
            return;
        }
        try {
            page.add(new Kept(id.get(), Files.getLastModifiedTime(file).toInstant()));
        } catch (NoSuchFileException deletedMeanwhile) {
            return;
        }
    }

    private static List<Path> inOrder(Path folder) throws IOException {
        List<Path> entries = new ArrayList<>();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder)) {
            found.forEach(entries::add);
        }
        entries.sort(null);
        return entries;
    }
}
