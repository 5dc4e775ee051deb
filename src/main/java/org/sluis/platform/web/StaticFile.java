package org.sluis.platform.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.sluis.kernel.Sha256;

/** A file that is the same for everybody, as it is and as short as gzip makes it (RFC 1952). */
final class StaticFile {

    private static final Map<String, String> TYPES = Map.of(
            "css", "text/css;charset=UTF-8",
            "js", "text/javascript;charset=UTF-8",
            "mjs", "text/javascript;charset=UTF-8",
            "svg", "image/svg+xml",
            "json", "application/json",
            "map", "application/json");

    private static final String UNKNOWN = "application/octet-stream";

    private final String mediaType;
    private final byte[] content;
    private final byte[] compressed;
    private final Sha256 digest;

    StaticFile(String path, byte[] content) {
        String ending = path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        this.mediaType = TYPES.getOrDefault(ending, UNKNOWN);
        this.content = content;
        this.compressed = compressed(content);
        this.digest = Sha256.of(content);
    }

    String mediaType() {
        return mediaType;
    }

    Sha256 digest() {
        return digest;
    }

    /** Which content this is, in whatever encoding (RFC 9110, 8.8.3). */
    String tag() {
        return "W/\"" + digest.hex().substring(0, 32) + "\"";
    }

    boolean isShorterCompressed() {
        return compressed.length < content.length;
    }

    /** What is sent; whoever gets it leaves it as it is. */
    byte[] bytes(boolean inGzip) {
        return inGzip && isShorterCompressed() ? compressed : content;
    }

    /** As short as it gets: it is done once. */
    private static byte[] compressed(byte[] content) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (Packer packer = new Packer(packed)) {
            packer.write(content);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return packed.toByteArray();
    }

    private static final class Packer extends GZIPOutputStream {

        Packer(ByteArrayOutputStream target) throws IOException {
            super(target);
            def.setLevel(Deflater.BEST_COMPRESSION);
        }
    }
}
