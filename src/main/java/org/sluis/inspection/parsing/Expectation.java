package org.sluis.inspection.parsing;

import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sluis.inspection.parsing.Objection.Evidence;

/**
 * What a file or member may be at the place where it is found.
 *
 * @param types the media types it may have
 * @param named whether its name must agree with its type
 * @param program the refusal of something that runs
 * @param xml how XML there is read, by the member's name
 * @param opaque names under which bytes of no known type are usual
 */
record Expectation(
        Set<String> types, boolean named, Rule program, Function<String, XmlRule> xml, Predicate<String> opaque) {

    private static final Set<String> PARTS = Stream.concat(
                    MediaTypes.KNOWN.stream().filter(type -> !MediaTypes.isArchive(type)),
                    Stream.of(
                            Magic.COMPOUND,
                            Magic.SVG,
                            "application/x-font-otf",
                            "application/x-font-ttf",
                            "audio/basic",
                            Metafile.EMF,
                            Metafile.WMF,
                            CompressedPicture.GZIP,
                            Magic.PICT,
                            OoxmlDocument.VISIO,
                            "image/jxr",
                            "image/vnd.microsoft.icon",
                            "image/vnd.ms-photo",
                            "video/x-ms-asf",
                            "video/x-ms-wmv",
                            "video/x-msvideo"))
            .collect(Collectors.toUnmodifiableSet());

    /** The file that came in, and the members of an archive. */
    static Expectation category(Set<String> types) {
        return new Expectation(types, true, Rule.PROGRAM, name -> new ForeignXml(), name -> false);
    }

    /** A file attached to a PDF document or packed into an OLE object. */
    static Expectation attachment() {
        return new Expectation(
                Set.copyOf(MediaTypes.KNOWN), true, Rule.ATTACHED_PROGRAM, name -> new ForeignXml(), name -> false);
    }

    /** A part of an office document. */
    static Expectation part(Function<String, XmlRule> xml, Predicate<String> opaque) {
        return new Expectation(PARTS, false, Rule.ATTACHED_PROGRAM, xml, opaque);
    }

    /** A signature or time stamp in a container of signatures: XML, or opaque bytes that say whose. */
    static Expectation signature(boolean xml) {
        return new Expectation(
                xml ? Set.of(MediaTypes.XML) : Set.of(MediaTypes.TEXT, "application/pkcs7-signature"),
                xml,
                Rule.PROGRAM,
                name -> new ForeignXml(),
                name -> !xml);
    }

    /** Attached text may be called as text of any kind is; what has no extension at all is opened by nothing. */
    private boolean takesName(String found, FileName name) {
        boolean text = found.equals(MediaTypes.TEXT) || found.equals(MediaTypes.XML);
        return program == Rule.ATTACHED_PROGRAM && (name.hasNoExtension() || (text && name.isOfText()));
    }

    boolean runs(FileName name) {
        return named && program == Rule.ATTACHED_PROGRAM && name.isOfProgram();
    }

    /** @throws Refusal where this may not be here, or not under this name */
    void check(String found, FileName name) {
        if (!types.contains(found) && !(found.equals(Magic.UNKNOWN) && opaque.test(name.name()))) {
            throw unexpected(found);
        }
        if (named && !takesName(found, name)) {
            name.mustFit(found);
        }
    }

    /** What is said of something that may not be here. */
    Refusal unexpected(String found) {
        Rule rule = found.equals(Magic.UNKNOWN)
                ? Rule.TYPE_UNKNOWN
                : switch (found) {
                    case Magic.HTML, Magic.SVG, Magic.JAVASCRIPT, "text/javascript" -> Rule.WEB_PAGE;
                    case Magic.COMPOUND -> Rule.OLD_OFFICE;
                    case TextFormats.MAIL -> Rule.MAIL_MESSAGE;
                    case TextFormats.ENCIPHERED -> Rule.RECIPIENT_KEYS;
                    default -> Rule.TYPE_NOT_TAKEN;
                };
        return new Refusal(rule).detected(found, Evidence.SIGNATURE).expecting(types);
    }
}
