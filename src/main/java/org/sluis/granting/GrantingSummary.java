package org.sluis.granting;

import static org.sluis.platform.rest.Audience.ADMIN;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.sluis.access.Right;
import org.sluis.platform.rest.VisibleTo;

/**
 * What is to be given, or was, in a few words (promise B4).
 *
 * @param people how many active people act in the names that are given access
 * @param foreign whether somebody would see what another organisation sent
 * @param lessening whether somebody would have less access than now
 * @param validUntil none where it does not end by itself
 * @param grant one of those given; none before
 * @param undoableUntil until when it can be taken back as a whole; none before, and after
 */
record GrantingSummary(
        @VisibleTo(ADMIN) int people,
        @VisibleTo(ADMIN) int documents,
        @VisibleTo(ADMIN) boolean foreign,
        @VisibleTo(ADMIN) boolean lessening,
        @VisibleTo(ADMIN) Right right,
        @VisibleTo(ADMIN) Optional<Instant> validUntil,
        @VisibleTo(ADMIN) String purpose,
        @VisibleTo(ADMIN) Optional<UUID> grant,
        @VisibleTo(ADMIN) Optional<Instant> undoableUntil) {}
