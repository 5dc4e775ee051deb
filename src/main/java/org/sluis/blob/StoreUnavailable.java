package org.sluis.blob;

import java.io.IOException;

/**
 * The store could not give its bytes now: an I/O error, a channel that was closed, a thread that was interrupted. It says
 * nothing about the bytes, so nothing may be decided or removed because of it; whoever needs them tries again.
 */
public final class StoreUnavailable extends IOException {

    private static final long serialVersionUID = 1L;

    StoreUnavailable(IOException cause) {
        super("the store cannot be read now", cause);
    }
}
