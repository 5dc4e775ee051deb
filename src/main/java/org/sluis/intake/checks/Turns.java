package org.sluis.intake.checks;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Whose a place is that becomes free while checks stand in line at this node: now and then it is for what waits in the
 * database, however long the line is. Safe for many threads.
 */
final class Turns {

    private static final int OF_DATABASE = 4;

    private final AtomicInteger freed = new AtomicInteger();

    /** One more place became free. Whether whatever waits in the database has it before the line. */
    boolean isDatabases() {
        return freed.incrementAndGet() % OF_DATABASE == 0;
    }
}
