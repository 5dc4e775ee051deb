package org.sluis.stack;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.Consumer;

/**
 * Tells somebody who waits for the stack what it is doing, one line for each step with the seconds since the start. Parts
 * start side by side, so each line names its part.
 */
final class Progress {
    private final Consumer<String> reader;
    private final InstantSource clock;
    private final Path logs;
    private final Instant begin;
    private final Set<String> underWay = new ConcurrentSkipListSet<>();

    /** @param logs where the parts write what they do */
    Progress(Consumer<String> reader, InstantSource clock, Path logs) {
        this.logs = logs;
        this.reader = reader;
        this.clock = clock;
        this.begin = clock.instant();
    }

    void tell(String part, String what) {
        long seconds = Duration.between(begin, clock.instant()).toSeconds();
        reader.accept("%4d s  %-10s %s".formatted(seconds, part, what));
    }

    /** Tells which parts are still on their way, for whoever hears nothing else. */
    void awaited() {
        underWay.forEach(part -> tell(part, "is still starting; see its log in " + logs));
    }

    /** Runs a part's start and tells of both ends of it. A failure is told as well, and passed on. */
    void of(String part, Together.Step start) throws Exception {
        tell(part, "starts");
        underWay.add(part);
        try {
            start.run();
        } catch (Exception failure) {
            tell(part, "did not start");
            throw failure;
        } finally {
            underWay.remove(part);
        }
        tell(part, "answers");
    }
}
