package org.sluis.people;

import org.sluis.kernel.PlainText;
import org.sluis.kernel.ProblemException;

/** What the lists of people and organisations can be asked for. */
final class SearchWords {

    /** Above every identifier: where the first page begins. */
    private static final int MOST = 200;

    private SearchWords() {}

    /** @throws ProblemException {@code invalid-member} for words no search can be about */
    static String of(String words) {
        if (words.length() > MOST || words.indexOf('\0') >= 0) {
            throw ProblemException.invalid("q", "length");
        }
        return PlainText.composed(words).strip();
    }
}
