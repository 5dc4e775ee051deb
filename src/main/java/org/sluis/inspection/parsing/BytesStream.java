package org.sluis.inspection.parsing;

import java.io.IOException;
import java.io.InputStream;

/** Reads {@link Bytes} from the first to the last. */
final class BytesStream extends InputStream {

    private final Bytes bytes;
    private long position;

    BytesStream(Bytes bytes) {
        this.bytes = bytes;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
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
