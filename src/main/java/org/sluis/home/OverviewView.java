package org.sluis.home;

import static org.sluis.platform.rest.Audience.ADMIN;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.sluis.documents.Traffic;
import org.sluis.platform.rest.VisibleTo;

/**
 * How the portal is used: sums, of no document and of nobody.
 *
 * @param days how many days, today included
 * @param filesKept versions whose content is stored now
 * @param bytesKept of all of them
 * @param perDay day by day, the oldest first
 */
@Schema(name = "Overview")
record OverviewView(
        @VisibleTo(ADMIN) int days,
        @VisibleTo(ADMIN) long filesKept,
        @VisibleTo(ADMIN) long bytesKept,
        @VisibleTo(ADMIN) List<Day> perDay) {

    /**
     * One day in the portal's time zone.
     *
     * @param uploads files that came in
     * @param bytes of all of them
     * @param refused how many of them the gate refuses
     * @param secondsToVerdict for half of them at most
     * @param longestSecondsToVerdict for all but the slowest twentieth
     * @param activePeople who did something that the trail records
     */
    @Schema(name = "OverviewDay")
    record Day(
            @VisibleTo(ADMIN) LocalDate day,
            @VisibleTo(ADMIN) long uploads,
            @VisibleTo(ADMIN) long bytes,
            @VisibleTo(ADMIN) long refused,
            @VisibleTo(ADMIN) long secondsToVerdict,
            @VisibleTo(ADMIN) long longestSecondsToVerdict,
            @VisibleTo(ADMIN) long activePeople) {

        static Day of(Traffic.Day traffic, long people) {
            return new Day(
                    traffic.day(),
                    traffic.files(),
                    traffic.bytes(),
                    traffic.refused(),
                    traffic.usually(),
                    traffic.longest(),
                    people);
        }
    }
}
