package org.sluis.inspection.parsing;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.sluis.kernel.Problem;

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

    /** @throws Refusal where it is anything but the parts of a drawing of Office Open XML, or has what those may not have */
    void examineDrawing() throws IOException {
        Bytes bytes = specimen.source().bytes();
        List<ZipMember> members = ZipDirectory.read(bytes, examination.meter());
        Refusal.unless(PackageKind.of(bytes, members) == PackageKind.OOXML, Rule.UNKNOWN_OBJECT);
        parts(bytes, members);
    }

    private String ooxml(Bytes bytes, List<ZipMember> members) throws IOException {
        return parts(bytes, members).type();
    }

    private OoxmlDocument parts(Bytes bytes, List<ZipMember> members) throws IOException {
        OoxmlPackage parts = new OoxmlPackage();
        survey(bytes, members, parts);
        OoxmlDocument document = new OoxmlDocument(examination, parts);
        members.stream().filter(member -> !member.isDirectory()).forEach(member -> document.name(member.name()));
        Expectation expectation = Expectation.part(document::rule, OoxmlDocument::isOpaque);
        expand(
                bytes,
                members,
                (content, member) -> examination.member(
                        content, member.size(), member.name(), depth(), expectation, document.format(member.name())));
        return document;
    }

    /** Reads what says of the parts what they are, before any of them is examined; the scanner sees these later. */
    private void survey(Bytes bytes, List<ZipMember> members, OoxmlPackage parts) throws IOException {
        for (ZipMember member : members) {
            String key = PartNames.key(member.name());
            if (key.equals("[content_types].xml")) {
                quietly(bytes, member, parts.contentTypes());
            }
            if (PartNames.isRelationships(key)) {
                quietly(bytes, member, parts.relationships(key));
            }
        }
        for (ZipMember member : members) {
            String key = PartNames.key(member.name());
            if (parts.mainParts().contains(key)) {
                quietly(bytes, member, parts.mainPart(key));
            }
        }
    }

    /** Whatever is wrong with it, but its cost, is said when it is examined. */
    private void quietly(Bytes bytes, ZipMember member, XmlRule rule) throws IOException {
        examination.meter().expanded(member.size());
        try (InputStream content = new ExpandedMember(bytes, member)) {
            SafeXml.read(content, rule);
        } catch (Refusal refusal) {
            if (refusal.objection().rule().problem() == Problem.TOO_COMPLEX) {
                throw refusal.within(member.name());
            }
        } catch (IOException unreadable) {
            return;
        }
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
        expand(
                bytes,
                members,
                (content, member) -> examination.member(
                        content, member.size(), member.name(), depth(), document.role(member.name())));
        return document.type();
    }

    private String archive(Bytes bytes, List<ZipMember> members) throws IOException {
        mustBeTaken(MediaTypes.ZIP);
        expand(bytes, members, (content, member) -> member(content, member, specimen.expectation()));
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
        expand(bytes, members, (content, member) -> member(content, member, signedOrSignature(member.name())));
        return MediaTypes.ASICE;
    }

    private Expectation signedOrSignature(String name) {
        if (name.equals("mimetype")) {
            return Expectation.signature(false);
        }
        boolean signature = name.startsWith("META-INF/");
        return signature ? Expectation.signature(MediaTypes.extension(name).equals("xml")) : specimen.expectation();
    }

    /** What is done with each member while it is expanded. */
    private interface Use {
        void of(InputStream content, ZipMember member) throws IOException;
    }

    private void expand(Bytes bytes, List<ZipMember> members, Use use) throws IOException {
        for (ZipMember member : members) {
            if (member.isDirectory()) {
                directory(member);
                continue;
            }
            try (InputStream content = new ExpandedMember(bytes, member)) {
                use.of(content, member);
            }
        }
    }

    private int depth() {
        return specimen.depth() + 1;
    }

    private void member(InputStream content, ZipMember member, Expectation expectation) throws IOException {
        Optional<SystemFile> system = expectation.named() ? SystemFile.of(member) : Optional.empty();
        if (system.isPresent()) {
            examination.systemFile(content, member.size(), member.name(), depth(), system.get(), expectation);
        } else {
            examination.member(content, member.size(), member.name(), depth(), expectation);
        }
    }

    private void directory(ZipMember member) {
        examination.meter().member(depth());
        if (member.size() != 0) {
            throw new Refusal(Rule.DAMAGED).within(member.name());
        }
    }
}
