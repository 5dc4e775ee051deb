package org.sluis.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;

/** Signals of POSIX to a process of the stack. */
final class Signal {

    private Signal() {}

    /** The process keeps its connections and does nothing. */
    static void stop(long pid) {
        send("STOP", pid);
    }

    /** A stopped process goes on. */
    static void go(long pid) {
        send("CONT", pid);
    }

    private static void send(String name, long pid) {
        try {
            int status = new ProcessBuilder("kill", "-" + name, Long.toString(pid))
                    .start()
                    .waitFor();
            if (status != 0) {
                throw new IllegalStateException("no process %d to send %s to".formatted(pid, name));
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopping);
        }
    }
}
