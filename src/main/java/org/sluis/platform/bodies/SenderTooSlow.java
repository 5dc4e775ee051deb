package org.sluis.platform.bodies;

import java.io.IOException;

/** An upload was given up because it hardly moved. */
public final class SenderTooSlow extends IOException {

    private static final long serialVersionUID = 1L;

    SenderTooSlow() {
        super("the sender is too slow");
    }
}
