package org.sluis.platform.bodies;

import java.io.IOException;

/** An answer was given up because its reader hardly moved. */
final class ReaderTooSlow extends IOException {

    private static final long serialVersionUID = 1L;

    ReaderTooSlow() {
        super("the reader is too slow");
    }
}
