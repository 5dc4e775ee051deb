package org.sluis.blob;

import java.io.IOException;

/** Stored bytes are not the ones that were received: changed, cut, swapped, or their key does not fit. */
public final class ContentDamaged extends IOException {

    private static final long serialVersionUID = 1L;

    ContentDamaged(Throwable cause) {
        super("stored content failed its authentication", cause);
    }
}
