package org.sluis.inspection.clamd;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.sluis.inspection.ScanSession;
import org.sluis.inspection.ScanVerdict;
import org.sluis.inspection.VirusScanner;

/** A scanner that is asked by its sessions alone, one for each scan: what {@link ScannerContract} says holds for them too. */
public record InSession(Supplier<ScanSession> sessions) implements VirusScanner {

    @Override
    public ScanVerdict scan(ReadableByteChannel content, long size) throws IOException {
        byte[] bytes = Channels.newInputStream(content).readAllBytes();
        ScanSession session = sessions.get();
        List<ScanVerdict> verdicts = new ArrayList<>();
        session.scan(bytes, verdicts::add);
        session.settle();
        if (verdicts.size() != 1) {
            throw new IllegalStateException("verdicts on one content: " + verdicts);
        }
        return verdicts.get(0);
    }

    /** One connection to one clamd, without a pool. */
    public static InSession of(ClamdScanner clamd, ScanTerms terms) {
        return new InSession(() -> new ScanSession() {
            private final ClamdSession session = new ClamdSession(clamd.call().orElseThrow(), terms);

            @Override
            public void scan(byte[] content, Consumer<ScanVerdict> verdict) {
                session.scan(content, verdict);
            }

            @Override
            public void settle() {
                session.close();
            }
        });
    }
}
