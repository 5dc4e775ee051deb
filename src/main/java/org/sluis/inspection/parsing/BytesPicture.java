package org.sluis.inspection.parsing;

import java.io.IOException;
import javax.imageio.stream.ImageInputStreamImpl;

/** Gives the readers of pictures the bytes of a file without a copy of them. */
final class BytesPicture extends ImageInputStreamImpl {

    private final Bytes bytes;

    BytesPicture(Bytes bytes) {
        this.bytes = bytes;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        checkClosed();
        bitOffset = 0;
        if (length == 0) {
            return 0;
        }
        int read = bytes.read(streamPos, target, offset, length);
        streamPos += Math.max(0, read);
        return read;
    }

    @Override
    public long length() {
        return bytes.size();
    }
}
