package org.sluis.intake;

import java.util.UUID;
import org.sluis.kernel.AuditAction;
import org.sluis.kernel.Facts;

/** What can be done to what is on its way in, as the trail calls it. A file that has come is a document's affair. */
public enum IntakeAction implements AuditAction {
    UPLOAD_BEGUN(Announced.class),
    UPLOAD_GIVEN_UP(Announced.class),
    /** What had come could not be kept. */
    UPLOAD_LOST(Announced.class),
    /** Its sender did not finish it in time. */
    UPLOAD_EXPIRED(Expired.class);

    private final Class<? extends Facts> facts;

    IntakeAction(Class<? extends Facts> facts) {
        this.facts = facts;
    }

    /** An upload in pieces: how many bytes were announced. */
    public record Announced(long length) implements Facts {}

    /** The same, with how many of them had come and who had begun it: an entry of the portal itself names nobody. */
    public record Expired(UUID sender, long length, long came) implements Facts {}

    @Override
    public Class<? extends Facts> facts() {
        return facts;
    }
}
