package org.sluis.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The signatures clamd loads: EICAR in any case, and the official database where the machine has it. */
final class SignatureDatabase {
    static final Path OFFICIAL = Path.of("/var/lib/clamav");
    private static final Set<String> KINDS = Set.of("cvd", "cld");

    private final Path directory;
    private final Path official;

    SignatureDatabase(Path directory, Path official) {
        this.directory = directory;
        this.official = official;
    }

    /** Fills the directory anew and tells whether the official database is part of it. */
    boolean prepare() throws IOException, NoSuchAlgorithmException {
        PrivateFiles.deleteTree(directory);
        PrivateFiles.write(directory.resolve("eicar.hdb"), Eicar.hashSignature());
        PrivateFiles.write(directory.resolve("eicar.ndb"), Eicar.bodySignature());
        List<Path> databases = officialDatabases();
        boolean complete = has(databases, "main") && has(databases, "daily");
        if (complete) {
            for (Path database : databases) {
                Files.createSymbolicLink(directory.resolve(database.getFileName()), database);
            }
        }
        return complete;
    }

    private List<Path> officialDatabases() throws IOException {
        if (!Files.isReadable(official)) {
            return List.of();
        }
        try (Stream<Path> found = Files.list(official)) {
            return found.filter(file -> KINDS.contains(extension(file))).toList();
        }
    }

    private static boolean has(List<Path> databases, String name) {
        return databases.stream().anyMatch(file -> file.getFileName().toString().startsWith(name + "."));
    }

    private static String extension(Path file) {
        String name = file.getFileName().toString();
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
