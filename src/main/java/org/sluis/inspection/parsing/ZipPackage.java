package org.sluis.inspection.parsing;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.sluis.kernel.Problem;

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
        OoxmlPackage parts = new OoxmlPackage();
        survey(bytes, members, parts);
        OoxmlDocument document = new OoxmlDocument(examination, parts);
        members.stream().filter(member -> !member.isDirectory()).forEach(member -> document.name(member.name()));
        Expectation expectation = Expectation.part(name -> new OoxmlPart(examination::note), OoxmlDocument::isOpaque);
        expand(bytes, members, expectation, document::format);
        return document.type();
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
        OdfDocument document = new OdfDocument();
        ZipMember first = members.get(0);
        document.mark(
                first.name(),
                first.method() == ZipMember.STORED ? new ExpandedMember(bytes, first) : InputStream.nullInputStream());
        members.forEach(member -> document.name(member.name()));
        expand(bytes, members, Expectation.part(document::rule, OdfDocument::isOpaque));
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
        expand(bytes, members, expectation, name -> examination::examine);
    }

    private void expand(Bytes bytes, List<ZipMember> members, Expectation expectation, Function<String, Format> format)
            throws IOException {
        for (ZipMember member : members) {
            if (member.isDirectory()) {
                directory(member);
                continue;
            }
            try (InputStream content = new ExpandedMember(bytes, member)) {
                examination.member(
                        content,
                        member.size(),
                        member.name(),
                        specimen.depth() + 1,
                        expected(member, expectation),
                        format.apply(member.name()));
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
