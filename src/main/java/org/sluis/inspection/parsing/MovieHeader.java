package org.sluis.inspection.parsing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * The description of a film (ISO/IEC 14496-12, 8.2): its tracks, and that their samples lie in the file itself. A film may
 * name other files and web addresses for them, which players of its time fetched.
 */
record MovieHeader(Bytes bytes) {

    private static final Set<String> CONTAINERS = Set.of("trak", "mdia", "minf", "dinf", "rmra", "rmda");
    private static final int HANDLER_OFFSET = 8;
    private static final int REFERENCE_HEADER_BYTES = 4;
    private static final int REFERENCE_LIST_BYTES = 8;
    private static final int MOST_DEPTH = 8;
    private static final int MOST_ADDRESS = 1024;

    /** @throws Refusal where samples lie elsewhere */
    boolean showsPictures(long start, long end) throws IOException {
        return showsPictures(start, end, 0);
    }

    private boolean showsPictures(long start, long end, int depth) throws IOException {
        Refusal.unless(depth <= MOST_DEPTH, Rule.NESTING);
        BoxReader boxes = new BoxReader(bytes, start, end);
        boolean pictures = false;
        while (left(boxes, end) >= BoxReader.HEADER_BYTES && boxes.next()) {
            Refusal.unlessReadable(boxes.isWhole());
            if (CONTAINERS.contains(boxes.type())) {
                pictures |= showsPictures(boxes.content(), boxes.end(), depth + 1);
            }
            switch (boxes.type()) {
                case "hdlr" -> pictures |= handler(boxes).equals("vide");
                case "cmov" -> pictures = true;
                case "dref" -> references(boxes.content() + REFERENCE_LIST_BYTES, boxes.end());
                case "rdrf" -> throw elsewhere(boxes.content() + REFERENCE_HEADER_BYTES, boxes.end());
                default -> {
                    // Says nothing on where samples are.
                }
            }
        }
        return pictures;
    }

    /** User data of QuickTime ends with four zeros that are no box. */
    private static long left(BoxReader boxes, long end) {
        return end - boxes.end();
    }

    private String handler(BoxReader box) throws IOException {
        byte[] type = bytes.upTo(box.content() + HANDLER_OFFSET, 4);
        return new String(type, StandardCharsets.ISO_8859_1);
    }

    private void references(long start, long end) throws IOException {
        BoxReader references = new BoxReader(bytes, start, end);
        while (left(references, end) >= BoxReader.HEADER_BYTES && references.next()) {
            Refusal.unlessReadable(references.isWhole());
            long address = references.content() + REFERENCE_HEADER_BYTES;
            boolean within = (new Cursor(bytes, references.content()).u32() & 1) == 1;
            if (!within && address < references.end()) {
                throw elsewhere(address, references.end());
            }
        }
    }

    private Refusal elsewhere(long start, long end) throws IOException {
        int length = (int) Math.max(0, Math.min(MOST_ADDRESS, end - start));
        String address = new String(bytes.upTo(start, length), StandardCharsets.UTF_8);
        return new Refusal(Rule.REMOTE_CONTENT).naming(address.replace("\0", "").strip());
    }
}
