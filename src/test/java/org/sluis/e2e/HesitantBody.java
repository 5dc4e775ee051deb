package org.sluis.e2e;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A sender that waits in the middle: silent, or with a byte now and then. */
final class HesitantBody extends InputStream {

    private static final int DRIP_MILLIS = 50;

    private final InputStream content;
    private final int half;
    private final CountDownLatch goOn;
    private final boolean dripping;

    HesitantBody(byte[] content, CountDownLatch goOn, boolean dripping) {
        this.content = new ByteArrayInputStream(content);
        this.half = content.length / 2;
        this.goOn = goOn;
        this.dripping = dripping;
    }

    @Override
    public int read() throws IOException {
        return content.read();
    }

    @Override
    public int read(byte[] target, int from, int length) throws IOException {
        if (content.available() < half) {
            try {
                if (dripping && !goOn.await(DRIP_MILLIS, TimeUnit.MILLISECONDS)) {
                    return content.read(target, from, 1);
                }
                goOn.await();
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
            }
        }
        return content.read(target, from, length);
    }
}
