package org.sluis.inspection;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sluis.inspection.parsing.Objection;
import org.sluis.inspection.parsing.Rule;

/**
 * Where in a file something was found, as people look for it: in an archive the file that bears it, then the page or part;
 * the technical name of a part of a package only where nothing better is known.
 *
 * @param member path to it, of whole files and parts that people may know
 * @param bearer the file inside an archive; none where the file itself bears it
 * @param part what is left of the path to it
 */
record Place(Optional<String> member, Optional<String> bearer, Optional<String> part, Objection found) {

    /** What holds whole files; in all else a path names parts of one document. */
    private static final Set<String> HOLDERS = Set.of("zip", "asice", "pdf");

    /** What is a document of its own where it lies in one of those. */
    private static final Set<String> DOCUMENTS = Set.of(
            "pdf", "docx", "xlsx", "pptx", "macro-office", "odt", "ods", "odp", "zip", "asice", "xml", "svg", "html");

    /** Rules about what holds a member and not about the member. */
    private static final Set<Rule> ON_THE_HOLDER =
            EnumSet.of(Rule.MEMBER_NAMES, Rule.MEMBER_COUNT, Rule.EXPANSION, Rule.INCONSISTENT, Rule.COMPRESSION);

    /** The streams of a PDF have no names; these were given to them on their way to the scanner. */
    private static final Pattern STREAM = Pattern.compile("(?i)(?<pdf>.*\\.pdf)/streams?-\\d+");

    static Place of(Objection found, String fileName) {
        Optional<String> path =
                found.member().map(whole -> known(whole, fileName)).filter(left -> !left.isEmpty());
        int end = TypeNames.claimed(fileName).filter(HOLDERS::contains).isPresent()
                ? path.map(all -> endOfBearer(all, ON_THE_HOLDER.contains(found.rule())))
                        .orElse(0)
                : 0;
        Optional<String> bearer = path.filter(all -> end > 0).map(all -> all.substring(0, end));
        Optional<String> rest = end > 0 ? path.map(all -> all.substring(end)).map(Place::inner) : path;
        return new Place(path, bearer, rest.filter(left -> !left.isEmpty()), found);
    }

    /** With a blank before it, so that a sentence can take it or nothing. */
    String inBrackets(IntFunction<String> page, UnaryOperator<String> inWords) {
        return found.part()
                .map(inWords)
                .or(() -> found.page().stream().mapToObj(page).findFirst())
                .or(() -> part)
                .map(" (%s)"::formatted)
                .orElse("");
    }

    private static String known(String path, String fileName) {
        Matcher stream = STREAM.matcher(fileName + "/" + path);
        return stream.matches() ? inner(stream.group("pdf").substring(fileName.length())) : path;
    }

    private static String inner(String rest) {
        return rest.startsWith("/") ? rest.substring(1) : rest;
    }

    /** Where the path of the innermost file ends, which may lie in archives in archives; 0 where the outermost holds it. */
    private static int endOfBearer(String path, boolean ofTheHolder) {
        int holder = 0;
        int begin = 0;
        while (begin < path.length()) {
            int slash = path.indexOf('/', begin);
            int end = slash < 0 ? path.length() : slash;
            boolean last = end == path.length();
            Optional<String> kind =
                    TypeNames.claimed(path.substring(begin, end)).filter(DOCUMENTS::contains);
            if (kind.isPresent() && !HOLDERS.contains(kind.get()) && !(last && ofTheHolder)) {
                return end;
            }
            holder = kind.isPresent() && !last ? end : holder;
            begin = end + 1;
        }
        return ofTheHolder ? holder : path.length();
    }
}
