package org.sluis.inspection;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MimeTypes;
import org.sluis.kernel.Problem;

/**
 * Says what a file is from its bytes, and whether that may come in under its category and name (ASVS 5.2.2). Apache
 * Tika looks at the beginning only; packages are opened by {@link PackageInspector}. The order matters: what the
 * category does not take is {@code type-not-allowed} whatever its name, what it takes under a wrong name is
 * {@code type-mismatch}.
 */
public final class TypeInspector {

    private static final int HEAD_BYTES = 64 * 1024;
    private static final String COMPOUND = "application/x-tika-msoffice";

    private final MimeTypes magic = MimeTypes.getDefaultMimeTypes();
    private final PackageInspector packages = new PackageInspector();

    public TypeVerdict inspect(SeekableByteChannel content, String fileName, Category category) throws IOException {
        String detected = detect(content);
        if (detected.equals(COMPOUND)) {
            return TypeVerdict.refused(detected, Problem.TYPE_NOT_ALLOWED);
        }
        String extension = extension(fileName);
        TypeVerdict verdict = refined(content, detected, extension);
        if (verdict.refusal().isPresent()) {
            return verdict;
        }
        String type = verdict.mediaType();
        if (!category.types().contains(type)) {
            return TypeVerdict.refused(type, Problem.TYPE_NOT_ALLOWED);
        }
        return MediaTypes.extensions(type).contains(extension)
                ? verdict
                : TypeVerdict.refused(type, Problem.TYPE_MISMATCH);
    }

    private TypeVerdict refined(SeekableByteChannel content, String detected, String extension) throws IOException {
        return switch (detected) {
            case MediaTypes.ZIP -> packages.inspect(content);
            case MediaTypes.TEXT -> TypeVerdict.accepted(textType(extension));
            default -> TypeVerdict.accepted(detected);
        };
    }

    /** Plain text has no mark of its own: within text, the name says which. */
    private static String textType(String extension) {
        return switch (extension) {
            case "csv" -> MediaTypes.CSV;
            case "json" -> MediaTypes.JSON;
            default -> MediaTypes.TEXT;
        };
    }

    private String detect(SeekableByteChannel content) throws IOException {
        ByteBuffer head = ByteBuffer.allocate(HEAD_BYTES);
        content.position(0);
        int read = 0;
        while (read >= 0 && head.hasRemaining()) {
            read = content.read(head);
        }
        byte[] bytes = Arrays.copyOf(head.array(), head.position());
        if (isPackage(bytes)) {
            return MediaTypes.ZIP;
        }
        String type = magic.detect(new ByteArrayInputStream(bytes), new Metadata())
                .getBaseType()
                .toString();
        return switch (type) {
            case "application/x-matroska" -> Matroska.isWebm(bytes) ? "video/webm" : "video/x-matroska";
            case "video/quicktime", "application/mp4" -> "video/mp4";
            case "audio/vorbis", "audio/opus", "application/ogg" -> "audio/ogg";
            case "audio/x-wav" -> "audio/vnd.wave";
            default -> type;
        };
    }

    /** Whatever a package says it is, it is opened and looked into. */
    private static boolean isPackage(byte[] head) {
        return head.length > 4 && head[0] == 'P' && head[1] == 'K' && head[2] == 3 && head[3] == 4;
    }

    static String extension(String fileName) {
        return Optional.of(fileName.lastIndexOf('.'))
                .filter(dot -> dot >= 0)
                .map(dot -> fileName.substring(dot + 1).toLowerCase(Locale.ROOT))
                .orElse("");
    }
}
