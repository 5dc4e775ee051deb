package org.sluis.intake;

import org.sluis.kernel.AuditAction;
import org.sluis.kernel.Facts;

/** What can be done to what is on its way in, as the trail calls it. A file that has come is a document's affair. */
public enum IntakeAction implements AuditAction {
    UPLOAD_BEGUN,
    UPLOAD_GIVEN_UP,
    /** What had come could not be kept. */
    UPLOAD_LOST;

    /** An upload in pieces: how many bytes were announced. */
    public record Announced(long length) implements Facts {}

    @Override
    public Class<? extends Facts> facts() {
        return Announced.class;
    }
}
