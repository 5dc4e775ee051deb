package org.sluis.inspection.parsing;

import java.io.IOException;

/** Reads {@link Bytes} from the first to the last. */
final class BytesStream extends PieceStream {

    private final Bytes bytes;
    private long position;

    BytesStream(Bytes bytes) {
        this.bytes = bytes;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        int read = bytes.read(position, target, offset, length);
        position += Math.max(0, read);
        return read;
    }
}
