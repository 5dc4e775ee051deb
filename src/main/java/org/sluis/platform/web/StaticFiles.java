package org.sluis.platform.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.sluis.kernel.Sha256;

/**
 * The portal's own assets and the browser libraries it carries, read and compressed once. Own assets have a fingerprint of all
 * of them together in their address, {@code /assets/<fingerprint>/js/portal.js}: so what they name in each other, relative to
 * themselves, has it too.
 */
@ApplicationScoped
class StaticFiles {

    private static final String OWN = "/assets/";
    private static final String LIBRARIES = "/webjars/";
    private static final int FINGERPRINT = 12;
    private static final int LONGEST = 200;

    private static final Pattern ADDRESS =
            Pattern.compile("(?<root>/assets/(?:(?<fingerprint>[0-9a-f]{12})/)?|/webjars/)"
                    + "(?<file>(?:[A-Za-z0-9@_-][A-Za-z0-9@._-]*/)*[A-Za-z0-9@_-][A-Za-z0-9@._-]*\\.[a-z0-9]+)");

    @Inject
    ServletContext server;

    @Inject
    Brand brand;

    private final Map<String, StaticFile> known = new ConcurrentHashMap<>();
    private volatile Optional<String> fingerprint = Optional.empty();

    /**
     * A file and whether another one will ever be found under its address.
     *
     * @param forEver not for an address without the fingerprint, or with that of another version of the portal
     */
    record Found(StaticFile file, boolean forEver) {}

    /** @param path from the root of the portal */
    Optional<Found> find(String path) {
        Matcher address = ADDRESS.matcher(path);
        if (path.length() > LONGEST || !address.matches()) {
            return Optional.empty();
        }
        boolean isLibrary = address.group("root").equals(LIBRARIES);
        boolean forEver = isLibrary || fingerprint().equals(address.group("fingerprint"));
        return file((isLibrary ? LIBRARIES : OWN) + address.group("file")).map(file -> new Found(file, forEver));
    }

    /** @param path of one of the portal's own, below {@code /assets/} */
    String address(String path) {
        return OWN + fingerprint() + "/" + path;
    }

    /** No more is kept than the portal carries. */
    private Optional<StaticFile> file(String path) {
        return Optional.ofNullable(known.get(path))
                .or(() -> read(path).map(content -> {
                    StaticFile file = new StaticFile(path, content);
                    known.put(path, file);
                    return file;
                }));
    }

    private String fingerprint() {
        String made = fingerprint.orElseGet(this::made);
        fingerprint = Optional.of(made);
        return made;
    }

    private String made() {
        MessageDigest all = Sha256.newDigest();
        below(OWN).sorted().forEach(path -> {
            all.update(path.getBytes(StandardCharsets.UTF_8));
            all.update(read(path).orElseThrow());
        });
        return Sha256.of(all).hex().substring(0, FINGERPRINT);
    }

    private Stream<String> below(String folder) {
        return Optional.ofNullable(server.getResourcePaths(folder)).orElse(Set.of()).stream()
                .flatMap(path -> path.endsWith("/") ? below(path) : Stream.of(path));
    }

    private Optional<byte[]> read(String path) {
        return brand.inPlaceOf(path).or(() -> carried(path));
    }

    private Optional<byte[]> carried(String path) {
        try (InputStream content = server.getResourceAsStream(path)) {
            return content == null ? Optional.empty() : Optional.of(content.readAllBytes());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
