package org.sluis.inspection;

import java.io.IOException;

/** No child process can show a file at this moment: the checks come first. */
public final class ParsersBusy extends IOException {

    private static final long serialVersionUID = 1L;

    ParsersBusy(String why) {
        super(why);
    }
}
