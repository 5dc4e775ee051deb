package org.sluis.blob;

import java.io.IOException;

/** The reserve of the disk would be touched; the upload is refused before the disk is full. */
public final class StorageFull extends IOException {

    private static final long serialVersionUID = 1L;

    StorageFull() {
        super("the reserve of the blob store is reached");
    }
}
