package org.sluis.inspection;

import java.io.IOException;

/** The child process is gone, or speaks another language than agreed, and was ended. */
final class ParserLost extends IOException {

    private static final long serialVersionUID = 1L;

    private final Cause reason;

    /** Why. Only the first three are the file's doing. */
    enum Cause {
        /** It used up the processor time that one file may cost. */
        EFFORT,
        MEMORY,
        DEATH,
        /** It made no headway: it hung, or the machine had no time for it. */
        CLOCK,
        /** Somebody else ended it, as a system does that is out of memory or shuts down. */
        KILLED;

        /** Whether it says something about the file; otherwise the file is to be tried again later. */
        boolean isOfTheFile() {
            return this != CLOCK && this != KILLED;
        }
    }

    ParserLost(Cause reason) {
        super("the parser is lost: " + reason);
        this.reason = reason;
    }

    Cause reason() {
        return reason;
    }
}
