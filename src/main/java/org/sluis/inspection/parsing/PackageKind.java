package org.sluis.inspection.parsing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a ZIP file declares itself to be, by the one file at its root that the programs of each kind look for. It is a document
 * where it says so, whatever else it could be, and an archive of files where it does not.
 */
enum PackageKind {
    /** With {@code [Content_Types].xml} (ISO/IEC 29500-2). */
    OOXML,
    /** With a {@code mimetype} of OpenDocument, or the manifest by which LibreOffice knows one without it. */
    ODF,
    /** With the {@code mimetype} of a container of files and signatures over them (ETSI EN 319 162-1). */
    SIGNATURE_CONTAINER,
    ARCHIVE;

    private static final int MAX_TYPE_BYTES = 255;

    /** @throws Refusal where it says two things, or that it is of a kind that is not known here */
    static PackageKind of(Bytes bytes, List<ZipMember> members) throws IOException {
        Optional<String> type = declaredType(bytes, members);
        boolean odf = type.filter(declared -> declared.startsWith(MediaTypes.ODF))
                        .isPresent()
                || (type.isEmpty() && named(members, "meta-inf/manifest.xml").isPresent());
        boolean asice = type.filter(MediaTypes.ASICE::equals).isPresent();
        if (named(members, "[content_types].xml").isPresent()) {
            Refusal.unless(type.isEmpty() && !odf, Rule.TWO_FORMATS);
            return OOXML;
        }
        if (odf) {
            return ODF;
        }
        type.filter(declared -> !asice && declared.matches("application/[\\w.+-]*\\+zip"))
                .ifPresent(declared -> {
                    throw new Refusal(Rule.TYPE_NOT_TAKEN).detected(declared, Objection.Evidence.DECLARATION);
                });
        return asice ? SIGNATURE_CONTAINER : ARCHIVE;
    }

    private static Optional<String> declaredType(Bytes bytes, List<ZipMember> members) throws IOException {
        Optional<ZipMember> declaration = named(members, "mimetype");
        if (declaration.isEmpty()) {
            return Optional.empty();
        }
        try (ExpandedMember content = new ExpandedMember(bytes, declaration.get())) {
            return Optional.of(new String(content.readNBytes(MAX_TYPE_BYTES), StandardCharsets.US_ASCII).strip());
        }
    }

    private static Optional<ZipMember> named(List<ZipMember> members, String name) {
        return members.stream()
                .filter(member -> member.name()
                        .replace('\\', '/')
                        .toLowerCase(Locale.ROOT)
                        .equals(name))
                .findFirst();
    }
}
