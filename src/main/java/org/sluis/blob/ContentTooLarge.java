package org.sluis.blob;

import java.io.IOException;

/** More bytes came than may be stored; nothing of them is left. */
public final class ContentTooLarge extends IOException {

    private static final long serialVersionUID = 1L;

    private final long limit;

    ContentTooLarge(long limit) {
        super("more than %d bytes".formatted(limit));
        this.limit = limit;
    }

    /** The limit in bytes. */
    public long limit() {
        return limit;
    }
}
