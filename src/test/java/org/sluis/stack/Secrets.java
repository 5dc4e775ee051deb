package org.sluis.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;

/** Passwords and keys of one stack: random, made when first asked for, kept in files only their owner may read. */
final class Secrets {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Path directory;

    Secrets(Path directory) {
        this.directory = directory;
    }

    /** A password of 192 random bits in letters, digits, minus and underscore. */
    String password(String name) {
        return read(passwordFile(name));
    }

    Path passwordFile(String name) {
        return keep(name, Base64.getUrlEncoder().withoutPadding().encodeToString(random(24)));
    }

    /** A file holding 32 random bytes in Base64. */
    Path keyFile(String name) {
        return keep(name, Base64.getEncoder().encodeToString(random(32)));
    }

    private synchronized Path keep(String name, String fresh) {
        Path file = directory.resolve(name);
        try {
            return Files.exists(file) ? file : PrivateFiles.write(file, fresh);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] random(int count) {
        byte[] bytes = new byte[count];
        RANDOM.nextBytes(bytes);
        return bytes;
    }
}
