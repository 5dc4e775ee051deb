package org.sluis.intake.tus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.sluis.blob.GrowingBlob.Mark;
import org.sluis.intake.tus.ResumableUploads.Held;
import org.sluis.kernel.Caller;
import org.sluis.kernel.ProblemException;
import org.sluis.platform.config.Settings;
import org.sluis.stack.Backdoor;
import org.sluis.stack.InContainer;

/** Two nodes receive one upload: only the one that took it last writes. */
@InContainer
class LostLeaseInContainerIT {

    @Inject
    PiecewiseIntake pieces;

    @Inject
    ResumableUploads uploads;

    @Inject
    Settings settings;

    @Test
    void whoLostAnUploadInPiecesWritesNothingOfIt() throws Exception {
        Caller sender = new Backdoor(settings).client();
        UUID upload = begun(sender);
        Held late = uploads.hold(sender, upload, 0, past());
        Held held = uploads.hold(sender, upload, 0, future());

        assertThat(uploads.renew(sender, late, past())).isFalse();
        assertThatThrownBy(() -> uploads.mark(sender, late, new Mark(2, new byte[0])))
                .isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> uploads.finish(sender, late, () -> {
                    throw new IllegalStateException("entered");
                }))
                .isInstanceOf(ProblemException.class);
        uploads.giveUp(sender, late);
        uploads.release(sender, late);

        assertThat(uploads.renew(sender, held, future())).isTrue();
        assertThat(uploads.state(sender, upload).came()).isZero();
    }

    private UUID begun(Caller sender) {
        String title = Base64.getEncoder().encodeToString("Batch".getBytes(StandardCharsets.UTF_8));
        String category = Base64.getEncoder().encodeToString("test-report".getBytes(StandardCharsets.UTF_8));
        return pieces.begin(sender, UploadMetadata.of("title " + title + ",category " + category), 10)
                .id();
    }

    private static Instant past() {
        return Instant.now().minusSeconds(60);
    }

    private static Instant future() {
        return Instant.now().plusSeconds(600);
    }
}
