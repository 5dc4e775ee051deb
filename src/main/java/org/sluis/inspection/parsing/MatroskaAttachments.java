package org.sluis.inspection.parsing;

import java.io.IOException;
import java.util.Optional;

/** The files attached to a Matroska recording (RFC 9559, 5.1.6): each goes to the scanner and must be of a known type. */
final class MatroskaAttachments {

    private static final long ATTACHED_FILE = 0x61A7;
    private static final long NAME = 0x466E;
    private static final long DATA = 0x465C;

    private final Examination examination;

    MatroskaAttachments(Examination examination) {
        this.examination = examination;
    }

    /** @param attachments standing on the element that holds them, and left there */
    void check(Elements attachments, int depth) throws IOException {
        Elements files = new Elements(attachments.bytes(), 0);
        while (!files.atEnd()) {
            Refusal.unlessReadable(files.next() && files.fits());
            if (files.id() == ATTACHED_FILE) {
                file(files.bytes(), depth);
            }
            files.leave();
        }
    }

    private void file(Bytes file, int depth) throws IOException {
        Elements fields = new Elements(file, 0);
        String name = "";
        Optional<Bytes> data = Optional.empty();
        while (!fields.atEnd()) {
            Refusal.unlessReadable(fields.next() && fields.fits());
            if (fields.id() == NAME) {
                name = fields.text();
            } else if (fields.id() == DATA) {
                data = Optional.of(fields.bytes());
            }
            fields.leave();
        }
        Bytes content = data.orElseThrow(() -> new Refusal(Rule.DAMAGED));
        examination.member(content.stream(), content.size(), name, depth, Expectation.attachment());
    }
}
