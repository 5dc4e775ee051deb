package org.sluis.blob;

import java.io.IOException;
import java.io.OutputStream;
import org.sluis.blob.BlobCipher.Kind;

/** Cuts content into parts and writes each once it is known whether another follows. Holds one part in memory. */
final class PartWriter {

    private final BlobCipher cipher;
    private final OutputStream out;
    private final byte[] part = new byte[BlobCipher.PLAIN_BYTES];
    private long number;
    private int filled;

    /**
     * @param number of parts that are written already
     * @param begun content of the next one that is known already
     */
    PartWriter(BlobCipher cipher, OutputStream out, long number, byte[] begun) {
        this.cipher = cipher;
        this.out = out;
        this.number = number;
        this.filled = begun.length;
        System.arraycopy(begun, 0, part, 0, begun.length);
    }

    void write(byte[] bytes, int from, int length) throws IOException {
        int taken = 0;
        while (taken < length) {
            if (filled == part.length) {
                cipher.seal(part, filled, Kind.INNER, number, out);
                number++;
                filled = 0;
            }
            int piece = Math.min(length - taken, part.length - filled);
            System.arraycopy(bytes, from + taken, part, filled, piece);
            filled += piece;
            taken += piece;
        }
    }

    /** Bytes of content that came, the written ones and those in memory. */
    long size() {
        return number * BlobCipher.PLAIN_BYTES + filled;
    }

    /** What is in memory and not in the store, sealed. */
    byte[] tail() throws IOException {
        return cipher.sealedTail(part, filled, size());
    }

    /** Nothing more comes. */
    void finish() throws IOException {
        cipher.seal(part, filled, Kind.LAST, number, out);
    }
}
