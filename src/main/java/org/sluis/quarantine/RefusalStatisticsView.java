package org.sluis.quarantine;

import static org.sluis.platform.rest.Audience.ADMIN;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.sluis.platform.rest.VisibleTo;

/**
 * What the gate refused lately, by rule, the most frequent first.
 *
 * @param days how far back it goes
 */
@Schema(name = "RefusalStatistics")
record RefusalStatisticsView(
        @VisibleTo(ADMIN) int days, @VisibleTo(ADMIN) List<Line> rules) {

    /**
     * One rule.
     *
     * @param title of the rule, in the reader's language
     * @param refusals versions it refused
     * @param senders persons who sent those
     * @param organisations to which those persons belong
     */
    @Schema(name = "RefusalStatisticsLine")
    record Line(
            @VisibleTo(ADMIN) String rule,
            @VisibleTo(ADMIN) String title,
            @VisibleTo(ADMIN) long refusals,
            @VisibleTo(ADMIN) long senders,
            @VisibleTo(ADMIN) long organisations) {}
}
