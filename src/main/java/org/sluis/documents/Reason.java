package org.sluis.documents;

import org.jspecify.annotations.Nullable;
import org.sluis.kernel.ProblemException;

/** Why somebody did something, in words of their own, for whoever reads the trail. */
public record Reason(String text) {

    private static final int MOST = 500;

    /** @throws ProblemException {@code invalid-member} where there is none, or too long a one */
    public static Reason of(@Nullable String given) {
        if (given == null) {
            throw ProblemException.invalid("reason", "missing");
        }
        String text = given.strip();
        if (text.isEmpty() || text.length() > MOST || text.indexOf('\0') >= 0) {
            throw ProblemException.invalid("reason", "length");
        }
        return new Reason(text);
    }
}
