package org.sluis.inspection;

import java.io.IOException;
import java.nio.channels.ReadableByteChannel;

/** Asks whether bytes are known malware. Implementations are safe for use by several threads. */
public interface VirusScanner {

    /**
     * Never throws for a fault of the scanner: that is an undecided verdict.
     *
     * @throws IOException where the content itself cannot be read
     */
    ScanVerdict scan(ReadableByteChannel content, long size) throws IOException;

    /** For many small contents of one file. */
    default ScanSession session() {
        return new ScansInTurn(this);
    }
}
