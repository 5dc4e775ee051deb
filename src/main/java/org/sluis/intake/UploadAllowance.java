package org.sluis.intake;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.OptionalLong;
import org.sluis.intake.tus.ResumableUploads;
import org.sluis.intake.tus.ResumableUploads.Unfinished;
import org.sluis.kernel.Caller;
import org.sluis.kernel.ProblemException;
import org.sluis.platform.bodies.Turns.Turn;
import org.sluis.platform.config.Settings;

/**
 * How much one person may have under way (ASVS 5.2.4): uploads at once at this node, and bytes that are being sent or
 * wait for their verdict at any node; an upload in pieces counts whole from its beginning. A scanner that is away for a
 * day so lets nobody fill the disk.
 */
@ApplicationScoped
public class UploadAllowance {

    @Inject
    ResumableUploads resumable;

    @Inject
    FullAllowance full;

    @Inject
    Settings settings;

    @SuppressWarnings("NullAway.Init")
    private UploadLedger ledger;

    @PostConstruct
    void open() {
        ledger = new UploadLedger(settings.uploads());
    }

    /**
     * @param announced bytes that will come; without a word the largest upload is reckoned with
     * @throws ProblemException as {@link UploadLedger#admit}
     */
    Turn admit(Caller caller, OptionalLong announced) {
        long bytes = announced.orElse(settings.uploads().whole());
        Unfinished unfinished = resumable.unfinishedSum(caller);
        if (unfinished.count() > 0 && bytes > settings.uploads().pending() - unfinished.pendingBytes()) {
            throw full.refusal(unfinished);
        }
        return ledger.admit(caller.personId(), bytes, unfinished.pendingBytes());
    }

    /**
     * For a piece of an upload whose bytes are counted since it was begun.
     *
     * @throws ProblemException where too many come at once
     */
    public Turn admitPiece(Caller caller) {
        return ledger.admit(caller.personId(), 0, 0);
    }
}
