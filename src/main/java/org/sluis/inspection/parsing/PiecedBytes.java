package org.sluis.inspection.parsing;

import java.io.IOException;

/** Bytes that are kept in pieces of equal size, of which only the last may be shorter. */
interface PiecedBytes extends Bytes {

    int pieceBytes();

    /** @param number from 0 */
    byte[] piece(long number) throws IOException;

    @Override
    default int read(long position, byte[] target, int offset, int length) throws IOException {
        if (position >= size()) {
            return -1;
        }
        byte[] piece = piece(position / pieceBytes());
        int from = (int) (position % pieceBytes());
        int read = (int) Math.min(Math.min(length, piece.length - from), size() - position);
        System.arraycopy(piece, from, target, offset, read);
        return read;
    }
}
