package org.sluis.inspection.parsing;

import java.io.IOException;
import java.util.Set;
import org.sluis.inspection.parsing.Objection.Evidence;

/**
 * MP4, M4A, 3GP, QuickTime films (ISO/IEC 14496-12, Apple's QuickTime File Format) and HEIF pictures (ISO/IEC 23008-12):
 * boxes follow each other to the last byte, and the one that describes the rest is among them. Which program wrote them
 * makes no difference: all brands are walked alike.
 */
record BoxedMedia(Kind kind) implements Structure {

    private static final Set<String> OUTER = Set.of(
            "ftyp", "styp", "moov", "moof", "mdat", "free", "skip", "wide", "pnot", "uuid", "sidx", "ssix", "prft",
            "emsg", "mfra", "meta", "meco", "pdin", "udta", "junk", "PICT", "mpvd", "sefd", "beam", "bloc", "imda",
            "idat");

    /** What the boxes must amount to. */
    enum Kind {
        PICTURE,
        FILM,
        /** Film without pictures. */
        SOUND
    }

    @Override
    public void check(Bytes bytes) throws IOException {
        BoxReader boxes = new BoxReader(bytes, 0, bytes.size());
        boolean described = false;
        boolean fragmented = false;
        while (next(boxes, bytes, described)) {
            fragmented |= boxes.type().equals("moof");
            described |= kind == Kind.PICTURE
                    ? boxes.type().equals("meta")
                    : fragmented || boxes.type().equals("moov");
            if (!boxes.isWhole()) {
                checkCut(boxes, bytes, described, fragmented);
                break;
            }
            if (boxes.type().equals("moov")) {
                movie(bytes, boxes);
            }
        }
        Refusal.unlessReadable(described);
    }

    /** Whether a box follows; padding is none. */
    private static boolean next(BoxReader boxes, Bytes bytes, boolean described) throws IOException {
        try {
            return boxes.next();
        } catch (Refusal noBox) {
            if (described && noBox.objection().rule() == Rule.DAMAGED) {
                Trailer.mustBePadding(bytes, boxes.start());
                return false;
            }
            throw noBox;
        }
    }

    /** A recording in fragments may end in the middle of the last one; a box that nobody knows is something else. */
    private static void checkCut(BoxReader boxes, Bytes bytes, boolean described, boolean fragmented)
            throws IOException {
        if (described && !OUTER.contains(boxes.type())) {
            Trailer.mustBePadding(bytes, boxes.start());
        }
        Refusal.unlessReadable(fragmented && boxes.type().equals("mdat"));
    }

    private void movie(Bytes bytes, BoxReader movie) throws IOException {
        boolean pictures = new MovieHeader(bytes).showsPictures(movie.content(), movie.end());
        if (kind == Kind.SOUND && pictures) {
            throw new Refusal(Rule.EXTENSION).detected(MediaTypes.MP4, Evidence.STRUCTURE);
        }
    }
}
