package org.sluis.intake.tus;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.sluis.intake.tus.ResumableUploads.Held;

/** The pieces that come in at this node, so that a new piece can take the place of one whose sender fell silent. */
final class PiecesUnderWay {

    /** A sender whose connection broke comes again after seconds; one whose connection is slow sends something by then. */
    static final Duration SILENCE = Duration.ofSeconds(2);

    private final Map<UUID, UnderWay> byUpload = new ConcurrentHashMap<>();

    private record UnderWay(Held held, ReplaceableInput input) {}

    void began(Held held, ReplaceableInput input) {
        byUpload.put(held.id(), new UnderWay(held, input));
    }

    void ended(Held held) {
        byUpload.computeIfPresent(held.id(), (id, now) -> now.held().equals(held) ? null : now);
    }

    /** Ends the piece that comes in for an upload, where its sender is silent; who ended it must let go of its hold. */
    Optional<Held> endSilent(UUID upload) {
        return Optional.ofNullable(byUpload.get(upload))
                .filter(now -> now.input().endIfSilentFor(SILENCE))
                .map(UnderWay::held);
    }
}
