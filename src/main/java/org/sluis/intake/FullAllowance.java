package org.sluis.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.sluis.intake.tus.ResumableUploads.Unfinished;
import org.sluis.kernel.Problem;
import org.sluis.kernel.ProblemException;
import org.sluis.platform.web.Formats;
import org.sluis.platform.web.Messages;

/** Refuses an upload beside too many unfinished ones, and says until when they count and how they are given up. */
@ApplicationScoped
public class FullAllowance {

    @Inject
    Messages messages;

    @Inject
    Formats formats;

    /** {@code too-many-requests} */
    public ProblemException refusal(Unfinished unfinished) {
        if (unfinished.firstEnds().isEmpty()) {
            return UploadLedger.full();
        }
        Instant until = unfinished.firstEnds().get();
        return new ProblemException(
                Problem.TOO_MANY_REQUESTS,
                Map.of(ProblemException.RETRY_AFTER, UploadLedger.LATER_SECONDS, "until", until.toString()),
                Optional.of(language -> messages.text(
                        language, "uploads.full", unfinished.count(), formats.moment(until.toString(), language))));
    }
}
