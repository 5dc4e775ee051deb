package org.sluis.access;

/**
 * One thing that happens in the model test. The numbers choose among what exists at that moment, so that every sequence
 * of steps makes sense and can be cut short.
 */
record Step(Kind kind, int who, int what, int how) {

    enum Kind {
        SEND,
        RELEASE,
        REJECT,
        REVISE,
        GRANT,
        GRANT_SEVERAL,
        REVOKE,
        SWEEP,
        HOURS_PASS,
        JOIN_TEAM,
        LEAVE_TEAM,
        CHANGE_ORGANISATION,
        DISABLE,
        ENABLE
    }
}
