package org.sluis.inspection.parsing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An OpenDocument (ISO/IEC 26300). The first file, uncompressed, is the type; what each other file is the manifest declares, and
 * its place says it too. A file that the manifest does not list is held to the strictest of the roles it could have.
 */
final class OdfDocument {

    private static final int MAX_TYPE_BYTES = 255;
    private static final Pattern RUNNING_PLACE = Pattern.compile("(?s)(.*/)?(basic|scripts|dialogs)/.*[^/]");
    private static final Pattern INDEX_OF_LIBRARY =
            Pattern.compile("(?s)(.*/)?(basic|dialogs)/(.*/)?(script|dialog)-l[bc]\\.xml");
    private static final Pattern XML_PLACE =
            Pattern.compile("(?s)(.*/)?((content|styles|meta|settings)\\.xml|[^/]*\\.(xml|rdf|xlb|xlc|xdl|xcu))");
    private static final Pattern XML_TYPE = Pattern.compile("(text|application)/xml\\b.*|.*\\+xml\\b.*");
    private static final Pattern OPAQUE_PLACE = Pattern.compile(
            "(?s)layout-cache|(.*/)?(objectreplacements|thumbnails|fonts|models|media)/.*|.*\\.(svm|glb|gltf|json)|(.*/)?(versionlist|settings\\.bin)");
    private static final Pattern OPAQUE_TYPE = Pattern.compile(
            "application/(binary|x-openoffice-gdimetafile|x-openoffice-wmf|x-font.*|font.*|vnd\\.gltf.*|octet-stream)\\b.*"
                    + "|(font|model|audio|video)/.*");

    private final Examination examination;
    private final OdfManifest manifest = new OdfManifest();
    private String type = "";

    OdfDocument(Examination examination) {
        this.examination = examination;
    }

    /** The first file of the package. */
    void mark(String name, InputStream content) throws IOException {
        type = new String(content.readNBytes(MAX_TYPE_BYTES), StandardCharsets.US_ASCII).strip();
        if (!name.equals("mimetype")
                || !type.startsWith(MediaTypes.ODF)
                || MediaTypes.extensions(type).isEmpty()) {
            throw new Refusal(Rule.TYPE_NOT_TAKEN).detected(type, Objection.Evidence.DECLARATION);
        }
    }

    /** Read before all other files, wherever it lies. */
    void declare(InputStream content) throws IOException {
        try {
            SafeXml.read(content, manifest);
            Optional<String> whole = manifest.type("/");
            Refusal.unless(
                    whole.isEmpty() || whole.get().equals(type) || whole.get().isEmpty(), Rule.INCONSISTENT);
        } catch (Refusal refusal) {
            throw refusal.within(OdfManifest.NAME);
        }
    }

    /** @throws Refusal where the name alone says that something runs, or that all is encrypted */
    OdfRole role(String name) {
        String lower = name.replace('\\', '/').toLowerCase(Locale.ROOT);
        if (lower.equals("encrypted-package")) {
            throw new Refusal(Rule.PASSWORD);
        }
        if (lower.equals("meta-inf/manifest.xml")) {
            return OdfRole.xml(OdfManifest::new);
        }
        if (INDEX_OF_LIBRARY.matcher(lower).matches()) {
            return OdfRole.xml(() -> new OdfLibrary());
        }
        if (RUNNING_PLACE.matcher(lower).matches()) {
            examination.object(new Refusal(Rule.MACRO).naming(name).within(name));
        }
        Optional<String> declared = manifest.type(name);
        String mediaType = declared.orElse("");
        if (mediaType.startsWith(Magic.SVG) || lower.endsWith(".svg")) {
            return OdfRole.xml(this::drawing);
        }
        if (new FileName(name).isOfProgram()) {
            examination.object(new Refusal(Rule.ATTACHED_PROGRAM).within(name));
        }
        if (XML_PLACE.matcher(lower).matches() || XML_TYPE.matcher(mediaType).matches()) {
            return OdfRole.xml(() -> new EventByEvent(new OdfPart(examination), examination::object));
        }
        boolean opaque = declared.isPresent()
                && (OPAQUE_PLACE.matcher(lower).matches()
                        || OPAQUE_TYPE.matcher(mediaType).matches());
        return opaque ? OdfRole.opaque(this::drawing) : OdfRole.content(this::drawing);
    }

    /** What looks like markup where a picture should be. */
    private XmlRule drawing() {
        return new OdfDrawing(new OdfPart(examination));
    }

    /** @return the media type */
    String type() {
        return type;
    }
}
