package org.sluis.inspection.parsing;

import java.io.IOException;
import java.io.InputStream;

/** Compressed bytes that tell no length, or one that nobody vouches for: expanded once to be counted, before they are a member. */
@FunctionalInterface
interface Expansion {

    /** From the beginning, each time. */
    InputStream open() throws IOException;

    /** @throws Refusal where the budget ends first */
    default long size(Meter meter) throws IOException {
        long size = 0;
        try (InputStream counted = open()) {
            byte[] piece = new byte[Bytes.STREAM_BUFFER];
            for (int read = counted.read(piece); read >= 0; read = counted.read(piece)) {
                size += read;
                meter.announced(0, size);
            }
        }
        return size;
    }
}
