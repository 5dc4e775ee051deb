package org.sluis.audit;

import java.time.Instant;
import java.util.List;
import org.sluis.kernel.AuditAction;
import org.sluis.kernel.Facts;

/** What is done with the trail itself, as it calls it. */
enum TrailAction implements AuditAction {
    TRAIL_SEARCHED(Searched.class),
    /** By somebody among their own entries. */
    OWN_TRAIL_LISTED(Searched.class),
    TRAIL_EXPORTED(Exported.class);

    private final Class<? extends Facts> facts;

    TrailAction(Class<? extends Facts> facts) {
        this.facts = facts;
    }

    /** @param filter by what was filtered, without the words themselves */
    record Searched(int shown, List<String> filter) implements Facts {}

    /**
     * @param from from when on, to {@code until}
     * @param type of the file
     */
    record Exported(List<String> filter, Instant from, Instant until, String type) implements Facts {}

    @Override
    public Class<? extends Facts> facts() {
        return facts;
    }
}
