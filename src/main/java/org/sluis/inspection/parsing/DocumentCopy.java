package org.sluis.inspection.parsing;

import java.io.IOException;
import java.io.OutputStream;

/** A document that can be written again without what the gate refuses in it. */
interface DocumentCopy {

    /**
     * Writes it, whole.
     *
     * @param removals learns what was left out
     * @throws Refusal where that cannot be done, and why
     */
    void write(OutputStream target, Removals removals) throws IOException;

    /**
     * Leaves out from now on the file inside that the gate still refuses.
     *
     * @return whether there is such a file, and the document can do without
     */
    boolean leaveOut(Objection objection) throws IOException;
}
