package org.sluis.inspection.parsing;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;

/** A ZIP file, taken apart: an Office Open XML document, an OpenDocument, or an archive of files. */
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
        boolean ooxml = has(members, "[content_types].xml");
        boolean odf = has(members, "mimetype");
        if (ooxml && odf) {
            throw new Refusal(Rule.TWO_FORMATS);
        }
        if (ooxml) {
            return ooxml(bytes, members);
        }
        return odf ? odf(bytes, members) : archive(bytes, members);
    }

    private static boolean has(List<ZipMember> members, String name) {
        return members.stream()
                .anyMatch(member -> member.name().toLowerCase(Locale.ROOT).equals(name));
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
        if (!specimen.expectation().types().contains(MediaTypes.ZIP)) {
            throw new Refusal(Rule.TYPE_NOT_TAKEN);
        }
        expand(bytes, members, specimen.expectation());
        return MediaTypes.ZIP;
    }

    private void expand(Bytes bytes, List<ZipMember> members, Expectation expectation) throws IOException {
        for (ZipMember member : members) {
            if (member.isDirectory()) {
                directory(member);
                continue;
            }
            try (InputStream content = new ExpandedMember(bytes, member)) {
                examination.member(
                        content, member.size(), member.name(), specimen.depth() + 1, expected(member, expectation));
            }
        }
    }

    private void directory(ZipMember member) {
        examination.meter().member(specimen.depth() + 1);
        if (member.size() != 0) {
            throw new Refusal(Rule.DAMAGED);
        }
    }

    private static Expectation expected(ZipMember member, Expectation expectation) {
        boolean appleDouble = expectation.named() && member.name().startsWith("__MACOSX/");
        return appleDouble ? Expectation.appleDouble() : expectation;
    }
}
