package org.sluis.inspection.parsing;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A ZIP file, taken apart: an Office Open XML document, an OpenDocument, or an archive of files, signed or not. */
final class ZipPackage {

    private final Examination examination;
    private final Specimen specimen;

    ZipPackage(Examination examination, Specimen specimen) {
        this.examination = examination;
        this.specimen = specimen;
    }

    /** @return the media type */
    String examine() throws IOException {
        Bytes bytes = specimen.source().bytes();
        List<ZipMember> members = ZipDirectory.read(bytes, examination.meter());
        return switch (PackageKind.of(bytes, members)) {
            case OOXML -> ooxml(bytes, members);
            case ODF -> odf(bytes, members);
            case SIGNATURE_CONTAINER -> signatureContainer(bytes, members);
            case ARCHIVE -> archive(bytes, members);
        };
    }

    private String ooxml(Bytes bytes, List<ZipMember> members) throws IOException {
        OoxmlDocument document = new OoxmlDocument();
        members.forEach(member -> document.name(member.name()));
        expand(bytes, members, Expectation.part(document::rule, OoxmlDocument::isOpaque));
        return document.type();
    }

    private String odf(Bytes bytes, List<ZipMember> members) throws IOException {
        OdfDocument document = new OdfDocument(examination);
        ZipMember first = members.get(0);
        document.mark(
                first.name(),
                first.method() == ZipMember.STORED ? new ExpandedMember(bytes, first) : InputStream.nullInputStream());
        ZipMember manifest = members.stream()
                .filter(member -> member.name().equals(OdfManifest.NAME))
                .findFirst()
                .orElseThrow(() -> new Refusal(Rule.TYPE_NOT_TAKEN));
        try (InputStream content = new ExpandedMember(bytes, manifest)) {
            document.declare(content);
        }
        for (ZipMember member : members) {
            if (member.isDirectory()) {
                directory(member);
                continue;
            }
            try (InputStream content = new ExpandedMember(bytes, member)) {
                examination.member(
                        content, member.size(), member.name(), specimen.depth() + 1, document.role(member.name()));
            }
        }
        return document.type();
    }

    private String archive(Bytes bytes, List<ZipMember> members) throws IOException {
        mustBeTaken(MediaTypes.ZIP);
        expand(bytes, members, specimen.expectation());
        return MediaTypes.ZIP;
    }

    private void mustBeTaken(String type) {
        Expectation expectation = specimen.expectation();
        if (!expectation.types().contains(type)) {
            throw expectation.unexpected(type);
        }
    }

    /** The declaration comes first and as it is, so that no reader sees another kind of file. */
    private String signatureContainer(Bytes bytes, List<ZipMember> members) throws IOException {
        ZipMember first = members.get(0);
        boolean declared = first.name().equals("mimetype") && first.method() == ZipMember.STORED;
        Refusal.unless(declared, Rule.INCONSISTENT);
        mustBeTaken(MediaTypes.ASICE);
        expand(bytes, members, member -> signedOrSignature(member.name()));
        return MediaTypes.ASICE;
    }

    private Expectation signedOrSignature(String name) {
        if (name.equals("mimetype")) {
            return Expectation.signature(false);
        }
        boolean signature = name.startsWith("META-INF/");
        return signature ? Expectation.signature(MediaTypes.extension(name).equals("xml")) : specimen.expectation();
    }

    private void expand(Bytes bytes, List<ZipMember> members, Expectation expectation) throws IOException {
        expand(bytes, members, member -> expectation);
    }

    private void expand(Bytes bytes, List<ZipMember> members, Function<ZipMember, Expectation> expectations)
            throws IOException {
        for (ZipMember member : members) {
            if (member.isDirectory()) {
                directory(member);
                continue;
            }
            try (InputStream content = new ExpandedMember(bytes, member)) {
                member(content, member, expectations.apply(member));
            }
        }
    }

    private void member(InputStream content, ZipMember member, Expectation expectation) throws IOException {
        int depth = specimen.depth() + 1;
        Optional<SystemFile> system = expectation.named() ? SystemFile.of(member) : Optional.empty();
        if (system.isPresent()) {
            examination.systemFile(content, member.size(), member.name(), depth, system.get());
        } else {
            examination.member(content, member.size(), member.name(), depth, expectation);
        }
    }

    private void directory(ZipMember member) {
        examination.meter().member(specimen.depth() + 1);
        if (member.size() != 0) {
            throw new Refusal(Rule.DAMAGED).within(member.name());
        }
    }
}
