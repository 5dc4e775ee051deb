package org.sluis.inspection.parsing;

/** Bytes that are in memory already. */
final class ArrayBytes implements Bytes {

    private final byte[] array;

    ArrayBytes(byte[] array) {
        this.array = array;
    }

    @Override
    public long size() {
        return array.length;
    }

    @Override
    public int read(long position, byte[] target, int offset, int length) {
        if (position >= array.length) {
            return -1;
        }
        int read = (int) Math.min(length, array.length - position);
        System.arraycopy(array, (int) position, target, offset, read);
        return read;
    }
}
