package org.sluis.inspection.parsing;

import java.io.IOException;
import java.util.Arrays;

/**
 * Bytes that lie in pieces of equal size all over other bytes, as a stream of a compound file does in its sectors. The last
 * sector of a file may be cut short; what is missing of it counts as zeros.
 */
final class SectorChain implements PiecedBytes {

    private final Bytes whole;
    private final long[] places;
    private final int pieceBytes;
    private final long size;

    /**
     * @param places in {@code whole} of each piece
     * @param size bytes that count, within the pieces
     */
    SectorChain(Bytes whole, long[] places, int pieceBytes, long size) {
        Refusal.unlessReadable(size >= 0 && size <= (long) places.length * pieceBytes);
        Refusal.unlessReadable(Arrays.stream(places).allMatch(place -> place >= 0 && place < whole.size()));
        this.whole = whole;
        this.places = places;
        this.pieceBytes = pieceBytes;
        this.size = size;
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public int pieceBytes() {
        return pieceBytes;
    }

    @Override
    public byte[] piece(long number) throws IOException {
        return Arrays.copyOf(whole.upTo(places[(int) number], pieceBytes), pieceBytes);
    }
}
