package org.sluis.inspection.parsing;

import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import org.sluis.inspection.parsing.Objection.Evidence;

/**
 * A piece of another format that Word takes into a document when it opens it (ISO/IEC 29500-1, 11.3.1): a page, plain text
 * or a Word document. The formats that carry more, or that nothing here reads, are refused.
 */
final class AltChunk implements Format {

    private static final Set<String> TAKEN =
            Set.of(Magic.HTML, MediaTypes.TEXT, MediaTypes.OOXML + "wordprocessingml.document");
    private static final Set<String> PAGES = Set.of("application/xhtml+xml", Magic.HTML, MediaTypes.TEXT);

    private final Examination examination;
    private final String declared;

    AltChunk(Examination examination, String declared) {
        this.examination = examination;
        this.declared = declared;
    }

    @Override
    public void check(Specimen specimen) throws IOException {
        if (Magic.starts(specimen.head(), "PK\3\4")) {
            document(specimen);
            return;
        }
        String found = Magic.type(specimen.head(), "html");
        boolean page = found.startsWith("text/") || found.endsWith("xml");
        if (!PAGES.contains(declared)) {
            throw new Refusal(Rule.TYPE_NOT_TAKEN)
                    .detected(declared, Evidence.DECLARATION)
                    .expecting(TAKEN);
        }
        if (!page || isMessage(specimen.head())) {
            throw new Refusal(Rule.TYPE_NOT_TAKEN)
                    .detected(found, Evidence.SIGNATURE)
                    .expecting(TAKEN);
        }
        Bytes bytes = specimen.source().bytes();
        try (InputStream content = bytes.stream()) {
            HtmlContent.read(content);
        }
    }

    private void document(Specimen specimen) throws IOException {
        String found = examination.examine(specimen);
        if (!TAKEN.contains(found)) {
            throw new Refusal(Rule.TYPE_NOT_TAKEN)
                    .detected(found, Evidence.STRUCTURE)
                    .expecting(TAKEN);
        }
    }

    /** A message of mail by any of its lines, and rich text by its first letters. */
    private static boolean isMessage(byte[] head) {
        String beginning = new String(head, java.nio.charset.StandardCharsets.ISO_8859_1).stripLeading();
        return beginning.startsWith("{\\rt")
                || beginning.matches(
                        "(?is)(.{0,4000}\\n)?(mime-version|content-type|content-transfer-encoding)\\s*:.*");
    }
}
