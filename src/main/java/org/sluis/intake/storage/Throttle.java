package org.sluis.intake.storage;

import java.io.InterruptedIOException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;

/** Holds back whoever reads faster than they may, so that others find the disk free. Not for several threads. */
final class Throttle {

    private final long bytesPerSecond;
    private final LongSupplier clock;
    private final long begin;
    private long spent;

    /** @param clock nanoseconds */
    Throttle(long bytesPerSecond, LongSupplier clock) {
        this.bytesPerSecond = bytesPerSecond;
        this.clock = clock;
        this.begin = clock.getAsLong();
    }

    /** @throws InterruptedIOException where the thread is told to end */
    void spend(long bytes) throws InterruptedIOException {
        spent += bytes;
        for (long early = early(); early > 0; early = early()) {
            LockSupport.parkNanos(early);
            if (Thread.currentThread().isInterrupted()) {
                throw new InterruptedIOException("told to end");
            }
        }
    }

    private long early() {
        double due = (double) spent / bytesPerSecond * TimeUnit.SECONDS.toNanos(1);
        return (long) due - (clock.getAsLong() - begin);
    }
}
