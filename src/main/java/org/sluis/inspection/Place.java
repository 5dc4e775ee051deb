package org.sluis.inspection;

import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import org.sluis.inspection.parsing.Objection;

/**
 * Where in a file something was found, as people look for it: in an archive the document that bears it, then the page or
 * part; the technical name of a part of a package only where nothing better is known.
 *
 * @param bearer the document inside an archive; none where the file itself bears it
 * @param part what is left of the path to it
 */
record Place(Optional<String> bearer, Optional<String> part, Objection found) {

    /** What holds whole files; in all else a path names parts of one document. */
    private static final Set<String> HOLDERS = Set.of("zip", "asice", "pdf");

    /** What is a document of its own where it lies in one of those. */
    private static final Set<String> DOCUMENTS =
            Set.of("pdf", "docx", "xlsx", "pptx", "odt", "ods", "odp", "zip", "asice", "xml", "svg", "html");

    static Place of(Objection found, String fileName) {
        Optional<String> path = found.member();
        int end = TypeNames.claimed(fileName).filter(HOLDERS::contains).isPresent()
                ? path.map(Place::endOfBearer).orElse(0)
                : 0;
        Optional<String> bearer = path.filter(all -> end > 0).map(all -> all.substring(0, end));
        Optional<String> rest = end > 0 ? path.map(all -> all.substring(end)).map(Place::inner) : path;
        return new Place(bearer, rest.filter(left -> !left.isEmpty()), found);
    }

    /** With a blank before it, so that a sentence can take it or nothing. */
    String inBrackets(IntFunction<String> page) {
        return found.part()
                .or(() -> found.page().stream().mapToObj(page).findFirst())
                .or(() -> part)
                .map(" (%s)"::formatted)
                .orElse("");
    }

    private static String inner(String rest) {
        return rest.startsWith("/") ? rest.substring(1) : rest;
    }

    /** Where the path of the innermost document ends, which may lie in archives in archives; 0 where there is none. */
    private static int endOfBearer(String path) {
        int found = 0;
        int begin = 0;
        while (begin < path.length()) {
            int slash = path.indexOf('/', begin);
            int end = slash < 0 ? path.length() : slash;
            Optional<String> kind =
                    TypeNames.claimed(path.substring(begin, end)).filter(DOCUMENTS::contains);
            found = kind.isPresent() ? end : found;
            begin = kind.isPresent() && !HOLDERS.contains(kind.get()) ? path.length() : end + 1;
        }
        return found;
    }
}
