package org.sluis.inspection.parsing;

import java.util.Optional;
import java.util.stream.Stream;

/** What the portal wants of a file that it hands to the child. */
public enum Task {
    /** Whether it may come in. */
    EXAMINE('E'),
    /** A copy of it without what the gate refuses. */
    CLEAN('C'),
    /** A {@linkplain Glance part of it} as a picture or as text, of the portal's own making. */
    SHOW('S');

    private final int code;

    Task(int code) {
        this.code = code;
    }

    /** The byte that stands for it. */
    public int code() {
        return code;
    }

    static Optional<Task> of(int code) {
        return Stream.of(values()).filter(task -> task.code == code).findFirst();
    }
}
