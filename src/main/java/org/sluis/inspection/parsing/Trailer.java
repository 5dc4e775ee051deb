package org.sluis.inspection.parsing;

import java.io.IOException;
import java.util.Optional;
import org.sluis.inspection.parsing.Objection.Evidence;

/**
 * What may follow the end of a picture or recording. Cameras put their notes behind a JPEG image: previews, depth and gain maps
 * (CIPA DC-007), the film of a motion photo, Samsung's, Nikon's and FotoStation's records, captions. No viewer reads them
 * as a file of its own, so they pass as long as none lies in them. Behind the other formats
 * programs leave nothing but padding.
 */
final class Trailer {

    private static final int MOST_PADDING = 64 * 1024;
    private static final int MOST_LOOKED_AT = 1 << 20;

    private Trailer() {}

    /** @throws Refusal where another file lies between there and the end */
    static void mayBeNotes(Bytes bytes, long start) throws IOException {
        Optional<String> foreign = ForeignMarks.first(bytes, start, bytes.size());
        if (foreign.isPresent()) {
            throw new Refusal(Rule.TRAILING_DATA).detected(foreign.get(), Evidence.SIGNATURE);
        }
    }

    /** @throws Refusal where more than zeros and blanks lies between there and the end */
    static void mustBePadding(Bytes bytes, long start) throws IOException {
        long left = bytes.size() - start;
        if (left <= MOST_PADDING && isPadding(bytes.upTo(start, MOST_PADDING))) {
            return;
        }
        Refusal refusal = new Refusal(Rule.TRAILING_DATA);
        long looked = Math.min(bytes.size(), start + MOST_LOOKED_AT);
        Optional<String> foreign = ForeignMarks.first(bytes, start, looked);
        throw foreign.isPresent() ? refusal.detected(foreign.get(), Evidence.SIGNATURE) : refusal;
    }

    private static boolean isPadding(byte[] bytes) {
        for (byte value : bytes) {
            if (value != 0 && value != ' ' && value != '\n' && value != '\r' && value != (byte) 0xff) {
                return false;
            }
        }
        return true;
    }
}
