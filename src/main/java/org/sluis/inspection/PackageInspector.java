package org.sluis.inspection;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.Enumeration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.sluis.kernel.Problem;

/**
 * Opens a ZIP package far enough to say which office format it is and whether it is encrypted or carries macros. Only
 * the directory and two small members are read, each within a bound. Archives that are no office document are not
 * taken.
 */
final class PackageInspector {

    private static final int MAX_ENTRIES = 10_000;
    private static final int MAX_MEMBER = 1 << 20;
    private static final String OOXML = "application/vnd.openxmlformats-officedocument.";
    private static final Map<String, String> MAIN_PARTS = Map.of(
            OOXML + "wordprocessingml.document.main+xml", OOXML + "wordprocessingml.document",
            OOXML + "spreadsheetml.sheet.main+xml", OOXML + "spreadsheetml.sheet",
            OOXML + "presentationml.presentation.main+xml", OOXML + "presentationml.presentation");

    TypeVerdict inspect(SeekableByteChannel content) throws IOException {
        content.position(0);
        try {
            ZipFile zip = ZipFile.builder()
                    .setSeekableByteChannel(new KeptOpen(content))
                    .setIgnoreLocalFileHeader(false)
                    .get();
            return inspect(zip);
        } catch (IOException | IllegalArgumentException unreadable) {
            return TypeVerdict.refused(MediaTypes.ZIP, Problem.UNREADABLE_CONTENT);
        }
    }

    private static TypeVerdict inspect(ZipFile zip) throws IOException {
        int entries = 0;
        for (Enumeration<ZipArchiveEntry> all = zip.getEntries(); all.hasMoreElements(); ) {
            ZipArchiveEntry entry = all.nextElement();
            Optional<Problem> refusal = refusal(entry);
            if (++entries > MAX_ENTRIES) {
                refusal = Optional.of(Problem.TOO_COMPLEX);
            }
            if (refusal.isPresent()) {
                return TypeVerdict.refused(MediaTypes.ZIP, refusal.get());
            }
        }
        if (zip.getEntry("[Content_Types].xml") != null) {
            return ooxml(text(zip, "[Content_Types].xml"));
        }
        if (zip.getEntry("mimetype") != null) {
            return odf(zip);
        }
        return TypeVerdict.refused(MediaTypes.ZIP, Problem.TOO_COMPLEX);
    }

    private static Optional<Problem> refusal(ZipArchiveEntry entry) {
        String name = entry.getName().toLowerCase(Locale.ROOT);
        if (entry.getGeneralPurposeBit().usesEncryption()) {
            return Optional.of(Problem.ENCRYPTED_CONTENT);
        }
        boolean macros = name.endsWith("vbaproject.bin")
                || name.startsWith("basic/")
                || name.startsWith("scripts/")
                || name.contains("/activex/");
        return macros ? Optional.of(Problem.ACTIVE_CONTENT) : Optional.empty();
    }

    /** Exactly one main part must be declared, and none with macros. */
    private static TypeVerdict ooxml(String contentTypes) {
        if (contentTypes.contains("macroEnabled")) {
            return TypeVerdict.refused(MediaTypes.ZIP, Problem.ACTIVE_CONTENT);
        }
        var kinds = MAIN_PARTS.keySet().stream()
                .filter(part -> contentTypes.contains('"' + part + '"'))
                .toList();
        return kinds.size() == 1
                ? TypeVerdict.accepted(java.util.Objects.requireNonNull(MAIN_PARTS.get(kinds.get(0))))
                : TypeVerdict.refused(MediaTypes.ZIP, Problem.TYPE_NOT_ALLOWED);
    }

    private static TypeVerdict odf(ZipFile zip) throws IOException {
        String type = text(zip, "mimetype");
        if (zip.getEntry("META-INF/manifest.xml") == null
                || MediaTypes.extensions(type).isEmpty()) {
            return TypeVerdict.refused(MediaTypes.ZIP, Problem.TYPE_NOT_ALLOWED);
        }
        return text(zip, "META-INF/manifest.xml").contains("encryption-data")
                ? TypeVerdict.refused(type, Problem.ENCRYPTED_CONTENT)
                : TypeVerdict.accepted(type);
    }

    private static String text(ZipFile zip, String name) throws IOException {
        try (InputStream member = zip.getInputStream(zip.getEntry(name))) {
            byte[] bytes = member.readNBytes(MAX_MEMBER + 1);
            if (bytes.length > MAX_MEMBER) {
                throw new IOException("a directory member of unlikely size");
            }
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }
}
