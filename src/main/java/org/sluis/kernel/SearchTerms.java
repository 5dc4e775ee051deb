package org.sluis.kernel;

import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What somebody searches for, taken apart: words, each of which must be found somewhere, and phrases in quotation marks, which
 * must be found as they stand. A mark that is not closed yet counts as closed at the end, so that searching while typing works.
 */
public final class SearchTerms {

    private static final String MARKS = "\"\u201C\u201D\u201E\u00AB\u00BB";
    private static final Pattern TERM =
            Pattern.compile("[" + MARKS + "]([^" + MARKS + "]*)[" + MARKS + "]?|([^\\s" + MARKS + "]+)");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\u00A0]+");

    private SearchTerms() {}

    /** In their order; none for blanks. */
    public static List<String> of(String words) {
        return TERM.matcher(words)
                .results()
                .flatMap(found -> Stream.of(found.group(1), found.group(2)).filter(Objects::nonNull))
                .map(term -> BLANKS.matcher(term).replaceAll(" ").strip())
                .filter(term -> !term.isEmpty())
                .distinct()
                .toList();
    }
}
