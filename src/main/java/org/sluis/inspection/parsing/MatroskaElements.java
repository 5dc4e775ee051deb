package org.sluis.inspection.parsing;

import java.io.IOException;
import java.util.Set;

/**
 * Matroska and WebM (RFC 8794, RFC 9559): an EBML header that names the kind, then segments to the last byte, whose parts
 * are walked. A live recording knows the length of neither segment nor cluster, and may end in the middle of one. Files
 * attached to it are examined as attachments.
 */
final class MatroskaElements implements Format {

    private static final long EBML = 0x1A45DFA3L;
    private static final long DOC_TYPE = 0x4282;
    private static final long SEGMENT = 0x18538067L;
    private static final long CLUSTER = 0x1F43B675L;
    private static final long ATTACHMENTS = 0x1941A469L;
    private static final long VOID = 0xEC;
    private static final Set<Long> PARTS = Set.of(
            0x114D9B74L,
            0x1549A966L,
            0x1654AE6BL,
            0x1C53BB6BL,
            0x1043A770L,
            0x1254C367L,
            CLUSTER,
            ATTACHMENTS,
            VOID,
            0xBFL);
    private static final Set<Long> IN_CLUSTER = Set.of(0xE7L, 0xA3L, 0xA0L, 0xA7L, 0xABL, 0xAFL, 0x5854L, VOID, 0xBFL);
    private static final int MAX_HEADER_BYTES = 4096;
    private static final int MAX_PARTS = 10_000_000;

    private final MatroskaAttachments attachments;

    MatroskaElements(Examination examination) {
        this.attachments = new MatroskaAttachments(examination);
    }

    @Override
    public void check(Specimen specimen) throws IOException {
        Bytes bytes = specimen.source().bytes();
        Elements elements = new Elements(bytes, 0);
        Refusal.unlessReadable(elements.next() && elements.id() == EBML && elements.fits());
        elements.leave();
        boolean segment = false;
        while (!elements.atEnd()) {
            boolean known = elements.next() && Set.of(SEGMENT, VOID, EBML).contains(elements.id());
            if (segment && !known) {
                Trailer.mustBePadding(bytes, elements.start());
                break;
            }
            Refusal.unlessReadable(known);
            if (elements.id() == SEGMENT) {
                segment = true;
                segment(elements, specimen.depth() + 1);
            } else {
                elements.leave();
            }
        }
        Refusal.unlessReadable(segment);
        SingleReading.mustBeAlone(bytes, specimen.head());
    }

    /** Its parts, up to its end or, where that is unknown, to the first element that is none of them. */
    private void segment(Elements elements, int depth) throws IOException {
        boolean open = elements.isOpen();
        long end = elements.end();
        int parts = 0;
        while (elements.position() < end && !elements.atEnd()) {
            Refusal.unless(++parts <= MAX_PARTS, Rule.STRUCTURE_SIZE);
            boolean known = elements.next() && PARTS.contains(elements.id());
            if (!known && open) {
                elements.back();
                return;
            }
            if (elements.id() == CLUSTER && elements.isOpen()) {
                cluster(elements);
            } else if (open && elements.id() == CLUSTER && !elements.fits()) {
                elements.moveToEnd();
            } else {
                Refusal.unlessReadable(elements.fits() && elements.end() <= end);
                if (elements.id() == ATTACHMENTS) {
                    attachments.check(elements, depth);
                }
                elements.leave();
            }
        }
    }

    private static void cluster(Elements elements) throws IOException {
        while (!elements.atEnd()) {
            boolean known = elements.next() && IN_CLUSTER.contains(elements.id());
            if (!known) {
                elements.back();
                return;
            }
            if (!elements.fits()) {
                elements.moveToEnd();
                return;
            }
            elements.leave();
        }
    }

    /** The media type its header names. */
    static String type(byte[] head) throws IOException {
        Elements elements = new Elements(new ArrayBytes(head), 0);
        Refusal.unlessReadable(elements.next() && elements.id() == EBML && elements.end() <= MAX_HEADER_BYTES);
        long end = elements.end();
        while (elements.position() < end && elements.next() && elements.fits()) {
            if (elements.id() == DOC_TYPE) {
                return elements.text().equals("webm") ? MediaTypes.WEBM : MediaTypes.MATROSKA;
            }
            elements.leave();
        }
        throw new Refusal(Rule.DAMAGED);
    }
}
