package org.sluis.inspection;

import java.io.IOException;

/** The child process is gone, or speaks another language than agreed, and was ended. */
final class ParserLost extends IOException {

    private static final long serialVersionUID = 1L;

    private final Cause reason;

    /** Why; the first two are limits that a file can reach. */
    enum Cause {
        TIME,
        MEMORY,
        DEATH
    }

    ParserLost(Cause reason) {
        super("the parser is lost: " + reason);
        this.reason = reason;
    }

    Cause reason() {
        return reason;
    }
}
