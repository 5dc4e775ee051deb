package org.sluis.bench;

import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.Callable;

/** How long the same thing took, many times, in order. */
final class Durations {

    private static final double MILLISECOND = 1e6;

    private final long[] nanos;

    private Durations(long[] taken) {
        nanos = taken;
        Arrays.sort(nanos);
    }

    /**
     * @param warm how often it is done before the clock counts
     * @param times how often it is measured
     */
    static Durations of(int warm, int times, Callable<?> work) throws Exception {
        for (int i = 0; i < warm; i++) {
            work.call();
        }
        long[] taken = new long[times];
        for (int i = 0; i < times; i++) {
            long start = System.nanoTime();
            work.call();
            taken[i] = System.nanoTime() - start;
        }
        return new Durations(taken);
    }

    /** Milliseconds that so many of a hundred did not exceed. */
    double percentile(int percent) {
        return nanos[Math.min(nanos.length - 1, nanos.length * percent / 100)] / MILLISECOND;
    }

    /** Median and 95th percentile in milliseconds, as a table writes them. */
    String written() {
        return String.format(Locale.ROOT, "%.2f / %.2f", percentile(50), percentile(95));
    }
}
