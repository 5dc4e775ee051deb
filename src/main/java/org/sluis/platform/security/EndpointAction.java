package org.sluis.platform.security;

import org.sluis.kernel.AuditAction;
import org.sluis.kernel.Facts;

/** What is tried at the door, as the trail calls it. */
enum EndpointAction implements AuditAction {
    /** In a role that may never call it. */
    ENDPOINT_CALLED;

    /** What was called. */
    record Called(String method, String path) implements Facts {}

    @Override
    public Class<? extends Facts> facts() {
        return Called.class;
    }
}
