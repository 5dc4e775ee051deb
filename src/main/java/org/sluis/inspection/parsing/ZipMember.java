package org.sluis.inspection.parsing;

import java.util.List;
import java.util.Map;

/**
 * One record of a ZIP directory.
 *
 * @param name as its bytes say
 * @param aliases further names it gives itself (Info-ZIP's Unicode path)
 * @param rawName the bytes, each as one character, to compare with the local header
 * @param flags general purpose bits
 * @param method of compression
 * @param stored bytes in the archive
 * @param size bytes when expanded
 * @param offset of the local header
 */
record ZipMember(
        String name,
        List<String> aliases,
        String rawName,
        int flags,
        int method,
        long checksum,
        long stored,
        long size,
        long offset) {

    static final int STORED = 0;
    static final int DEFLATED = 8;
    static final int DEFLATED64 = 9;
    static final int BZIP2 = 12;
    static final int WINZIP_AES = 99;

    /** The flag that says that the name is UTF-8. */
    static final int UNICODE_NAME = 1 << 11;

    private static final Map<Integer, String> METHODS = Map.ofEntries(
            Map.entry(1, "Shrink"),
            Map.entry(6, "Implode"),
            Map.entry(14, "LZMA"),
            Map.entry(93, "Zstandard"),
            Map.entry(94, "MP3"),
            Map.entry(95, "XZ"),
            Map.entry(96, "JPEG"),
            Map.entry(97, "WavPack"),
            Map.entry(98, "PPMd"));

    private static final int ENCRYPTED = 1;
    private static final int WITH_DESCRIPTOR = 1 << 3;
    private static final int STRONGLY_ENCRYPTED = 1 << 6;
    private static final int MASKED_HEADER = 1 << 13;

    boolean isDirectory() {
        return name.endsWith("/") || name.endsWith("\\");
    }

    /** @throws Refusal where it is enciphered, or compressed by a method that is not read here */
    void mustBeReadable() {
        if (isEncrypted()) {
            throw new Refusal(Rule.PASSWORD).within(name);
        }
        switch (method) {
            case STORED, DEFLATED, DEFLATED64, BZIP2 -> {
                // What {@link ExpandedMember} expands.
            }
            default ->
                throw new Refusal(Rule.COMPRESSION)
                        .naming(METHODS.getOrDefault(method, "method " + method))
                        .within(name);
        }
    }

    private boolean isEncrypted() {
        return (flags & (ENCRYPTED | STRONGLY_ENCRYPTED | MASKED_HEADER)) != 0 || method == WINZIP_AES;
    }

    boolean hasDescriptor() {
        return (flags & WITH_DESCRIPTOR) != 0;
    }
}
