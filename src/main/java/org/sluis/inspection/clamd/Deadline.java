package org.sluis.inspection.clamd;

import java.time.Duration;

/** A moment by which something must be done, on the clock that never jumps. */
record Deadline(long nanos) {

    static Deadline in(Duration time) {
        return new Deadline(System.nanoTime() + time.toNanos());
    }

    /** The earlier of this one and {@code time} from now. */
    Deadline orIn(Duration time) {
        Deadline other = in(time);
        return other.nanos - nanos < 0 ? other : this;
    }

    /** Milliseconds that are left; nothing once it has passed. */
    long millisLeft() {
        return Math.max(0, Duration.ofNanos(nanos - System.nanoTime()).toMillis());
    }
}
