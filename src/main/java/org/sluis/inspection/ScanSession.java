package org.sluis.inspection;

import java.util.function.Consumer;

/** A way to have many small contents scanned one after the other without waiting for each verdict. For one thread. */
public interface ScanSession {

    /**
     * Has them scanned. Never throws for a fault of the scanner: that is an undecided verdict.
     *
     * @param verdict told the verdict on exactly these bytes, once, by the end of the next {@link #settle} at the latest
     */
    void scan(byte[] content, Consumer<ScanVerdict> verdict);

    /** Waits for the verdicts. Afterwards nothing is under way, and others may have the scanner. */
    void settle();
}
