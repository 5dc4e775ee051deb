package org.sluis.inspection;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.util.function.Consumer;

/** The session of a scanner that has none: one scan after the other. */
record ScansInTurn(VirusScanner scanner) implements ScanSession {

    @Override
    public void scan(byte[] content, Consumer<ScanVerdict> verdict) {
        try {
            verdict.accept(scanner.scan(Channels.newChannel(new ByteArrayInputStream(content)), content.length));
        } catch (IOException impossible) {
            throw new UncheckedIOException("the content is in memory", impossible);
        }
    }

    @Override
    public void settle() {
        // Nothing is ever under way.
    }
}
