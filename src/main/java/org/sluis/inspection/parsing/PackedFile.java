package org.sluis.inspection.parsing;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** A file that was dropped into a document and packed by Windows (the stream {@code Ole10Native} of [MS-OLEDS]). */
record PackedFile(String name, Bytes content) {

    private static final int PACKAGED_FILE = 2;
    private static final int SKIPPED_BYTES = 8;

    /** None where the stream holds some other program's data. */
    static Optional<PackedFile> of(byte[] stream) {
        ByteBuffer buffer = ByteBuffer.wrap(stream).order(ByteOrder.LITTLE_ENDIAN);
        if (buffer.remaining() < 6 || buffer.getShort(4) != PACKAGED_FILE) {
            return Optional.empty();
        }
        buffer.position(6);
        String label = text(stream, buffer);
        String path = text(stream, buffer);
        buffer.position(checked(buffer, SKIPPED_BYTES));
        String temporary = text(stream, buffer);
        int length = buffer.remaining() >= 4 ? buffer.getInt() : -1;
        int start = buffer.position();
        checked(buffer, length);
        String name = label.contains(".") ? label : path.contains(".") ? path : temporary;
        return Optional.of(new PackedFile(
                name.substring(Math.max(name.lastIndexOf('\\'), name.lastIndexOf('/')) + 1),
                new ArrayBytes(stream).slice(start, length)));
    }

    private static String text(byte[] stream, ByteBuffer buffer) {
        int start = buffer.position();
        while (buffer.hasRemaining()) {
            if (buffer.get() == 0) {
                return new String(stream, start, buffer.position() - start - 1, StandardCharsets.ISO_8859_1);
            }
        }
        throw new Refusal(Rule.DAMAGED);
    }

    private static int checked(ByteBuffer buffer, int length) {
        if (length < 0 || length > buffer.remaining()) {
            throw new Refusal(Rule.DAMAGED);
        }
        return buffer.position() + length;
    }
}
