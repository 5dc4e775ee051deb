package org.sluis.quarantine;

import org.jspecify.annotations.Nullable;
import org.sluis.kernel.PlainText;
import org.sluis.kernel.ProblemException;

/** Why somebody did something, in words of their own, for whoever reads the trail; a line of it. */
public record Reason(String text) {

    private static final int MOST = 500;

    /** @throws ProblemException {@code invalid-member} where there is none, or too long a one */
    public static Reason of(@Nullable String given) {
        if (given == null) {
            throw ProblemException.invalid("reason", "missing");
        }
        return new Reason(PlainText.joined("reason", given, MOST));
    }
}
