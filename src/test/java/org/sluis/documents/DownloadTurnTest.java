package org.sluis.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sluis.kernel.Caller;
import org.sluis.kernel.Problem;
import org.sluis.kernel.ProblemException;
import org.sluis.kernel.Role;
import org.sluis.platform.config.SampleSettings;

class DownloadTurnTest {

    private static final long LARGE = 64 * 1024 + 1;

    private final DownloadTurns turns = new DownloadTurns();
    private final Caller reader = reader();

    @BeforeEach
    @SuppressWarnings("UnnecessaryAssignment") // no container injects here
    void allowThreeContentsAndTwoArchives() {
        turns.settings = SampleSettings.with(
                Map.of("sluis.downloads.at-once", "3", "sluis.downloads.sending", "4", "sluis.archive.at-once", "2"));
        turns.open();
    }

    @Test
    void oneContentMoreThanAllowedIsRefusedUntilTheRequestOfOneEnds() {
        DownloadTurn first = content();
        content();
        content();
        requireRefused(Problem.TOO_MANY_REQUESTS, this::content);
        first.end();
        first.end();
        content();
        requireRefused(Problem.TOO_MANY_REQUESTS, this::content);
    }

    @Test
    void smallContentsNeedNoTurn() {
        content();
        content();
        content();
        request().beginContent(reader, LARGE - 1);
    }

    @Test
    void archivesAreFewerAndCountAsContentsToo() {
        DownloadTurn first = archive();
        archive();
        requireRefused(Problem.TOO_MANY_REQUESTS, this::archive);
        content();
        requireRefused(Problem.TOO_MANY_REQUESTS, this::content);
        first.end();
        content();
    }

    /** A refused one holds nothing back. */
    @Test
    void archiveForWhichNoContentIsLeftTakesNoArchiveEither() {
        DownloadTurn first = content();
        content();
        content();
        requireRefused(Problem.TOO_MANY_REQUESTS, this::archive);
        requireRefused(Problem.TOO_MANY_REQUESTS, this::archive);
        first.end();
        archive();
    }

    @Test
    void allTogetherAreBoundedToo() {
        content();
        content();
        content();
        Caller other = reader();
        request().beginContent(other, LARGE);
        requireRefused(Problem.UNAVAILABLE, () -> request().beginContent(other, LARGE));
        requireRefused(Problem.UNAVAILABLE, () -> request().beginArchive(other));
    }

    private DownloadTurn content() {
        DownloadTurn turn = request();
        turn.beginContent(reader, LARGE);
        return turn;
    }

    private DownloadTurn archive() {
        DownloadTurn turn = request();
        turn.beginArchive(reader);
        return turn;
    }

    @SuppressWarnings("UnnecessaryAssignment") // no container injects here
    private DownloadTurn request() {
        DownloadTurn turn = new DownloadTurn();
        turn.turns = turns;
        return turn;
    }

    private static Caller reader() {
        return new Caller(UUID.randomUUID(), "Reader", Set.of(Role.CLIENT), Optional.empty(), Optional.empty());
    }

    private static void requireRefused(Problem problem, ThrowingCallable request) {
        assertThatThrownBy(request).isInstanceOfSatisfying(ProblemException.class, refusal -> {
            assertThat(refusal.problem()).isEqualTo(problem);
            assertThat(refusal.facts()).containsKey(ProblemException.RETRY_AFTER);
        });
    }
}
