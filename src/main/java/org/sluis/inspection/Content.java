package org.sluis.inspection;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;

/** The stored bytes of a file, which may be read by several readers at once. */
public interface Content {

    /** A reader of its own, at the first byte. */
    SeekableByteChannel open() throws IOException;
}
