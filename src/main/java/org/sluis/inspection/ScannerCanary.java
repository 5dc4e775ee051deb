package org.sluis.inspection;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import org.sluis.inspection.ScanVerdict.Outcome;

/**
 * Proves that the scanner convicts: the EICAR test file must be found and harmless bytes must pass. A scanner that is up
 * with an empty database says OK to everything, and only this tells.
 */
public final class ScannerCanary {

    private final VirusScanner scanner;

    public ScannerCanary(VirusScanner scanner) {
        this.scanner = scanner;
    }

    public boolean sings() throws IOException {
        return outcome(eicar()) == Outcome.FOUND
                && outcome("harmless".getBytes(StandardCharsets.US_ASCII)) == Outcome.CLEAN;
    }

    private Outcome outcome(byte[] bytes) throws IOException {
        return scanner.scan(Channels.newChannel(new ByteArrayInputStream(bytes)), bytes.length)
                .outcome();
    }

    /** Put together at run time, so that no scanner convicts the program itself. */
    private static byte[] eicar() {
        String head = "X5O!P%@AP[4\\PZX54(P^)7CC)7}$";
        String tail = "-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*";
        return (head + "EICAR" + tail).getBytes(StandardCharsets.US_ASCII);
    }
}
