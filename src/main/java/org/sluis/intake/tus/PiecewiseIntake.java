package org.sluis.intake.tus;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.sluis.blob.ContentDamaged;
import org.sluis.blob.EncryptedBlobs;
import org.sluis.blob.GrowingBlob;
import org.sluis.blob.GrowingBlob.Mark;
import org.sluis.blob.StorageFull;
import org.sluis.blob.StoredBlob;
import org.sluis.documents.NewDocument;
import org.sluis.documents.ReceivedFile;
import org.sluis.documents.Reception;
import org.sluis.documents.Reception.Pending;
import org.sluis.inspection.Categories;
import org.sluis.inspection.Category;
import org.sluis.intake.UploadAllowance;
import org.sluis.intake.checks.Checks;
import org.sluis.intake.tus.PieceReader.Progress;
import org.sluis.intake.tus.ResumableUploads.Held;
import org.sluis.kernel.Caller;
import org.sluis.kernel.Problem;
import org.sluis.kernel.ProblemException;
import org.sluis.platform.bodies.Turns.Turn;
import org.sluis.platform.config.Settings;
import org.sluis.platform.jobs.Jobs;
import org.sluis.platform.jobs.Lease;
import org.sluis.platform.web.Formats;
import org.sluis.platform.web.Messages;

/**
 * Takes in files that come in pieces. What is confirmed is durable and sealed; with the last byte the upload becomes a
 * document like any other, is entered in the same way and goes through the same checks.
 */
@ApplicationScoped
public class PiecewiseIntake {

    private static final Logger LOG = System.getLogger(PiecewiseIntake.class.getName());

    private final PiecesUnderWay underWay = new PiecesUnderWay();

    @Inject
    ResumableUploads uploads;

    @Inject
    EncryptedBlobs blobs;

    @Inject
    Categories categories;

    @Inject
    Reception reception;

    @Inject
    Checks checks;

    @Inject
    UploadAllowance allowance;

    @Inject
    Messages messages;

    @Inject
    Formats formats;

    @Inject
    Jobs jobs;

    @Inject
    Settings settings;

    /**
     * @param length bytes that will come in all
     * @throws ProblemException with what is wrong with the announcement; {@code too-many-requests}, {@code storage-full}
     */
    UploadState begin(Caller sender, UploadMetadata metadata, long length) {
        Category category = category(sender, metadata);
        if (length == 0) {
            throw new ProblemException(Problem.EMPTY_FILE);
        }
        if (!category.takesName(metadata.fileName())) {
            throw notTaken(category);
        }
        if (length > category.limit()) {
            throw new ProblemException(Problem.TOO_LARGE, Map.of("limit", category.limit()));
        }
        try {
            blobs.requireRoom(length);
            return uploads.begin(sender, metadata, length, blobs.reserved());
        } catch (StorageFull full) {
            throw new ProblemException(Problem.STORAGE_FULL);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** What the gate would say in the end, before gigabytes are sent. */
    private ProblemException notTaken(Category category) {
        return new ProblemException(
                Problem.TYPE_NOT_ALLOWED,
                Map.of("expected", category.types().stream().sorted().toList()),
                Optional.of(language ->
                        messages.text(language, "uploads.extension", formats.endings(category.extensions()))));
    }

    private Category category(Caller sender, UploadMetadata metadata) {
        Optional<UUID> revised = metadata.revised();
        String name = revised.isPresent()
                ? reception.categoryForRevision(sender, revised.get())
                : metadata.document().checked(categories).category();
        return categories.named(name).orElseThrow(() -> ProblemException.invalid("category", "unknown"));
    }

    /** @throws ProblemException {@code not-found} */
    UploadState state(Caller sender, UUID id) {
        return uploads.state(sender, id);
    }

    /** What a person has begun and not finished, the oldest first. */
    public List<UploadState> unfinished(Caller sender) {
        return uploads.unfinished(sender, Instant.now());
    }

    /**
     * Gives an upload up.
     *
     * @throws ProblemException {@code not-found}
     */
    void end(Caller sender, UUID id) {
        uploads.end(sender, id);
    }

    /**
     * Takes a piece in.
     *
     * @throws ProblemException as {@link ResumableUploads#hold} and {@link PieceReader#read}; {@code storage-full};
     *     {@code unavailable} where the store is away: what was confirmed is still there
     */
    UploadState receive(Caller sender, UUID id, Piece piece) {
        UploadState before = uploads.state(sender, id);
        if (before.version().isPresent() && piece.offset() == before.length()) {
            piece.requireNothing(before.length());
            return before;
        }
        Turn admission = allowance.admitPiece(sender);
        try {
            underWay.endSilent(id).ifPresent(former -> uploads.release(sender, former));
            Held held = uploads.hold(sender, id, piece.offset(), checks.leaseEnd());
            ReplaceableInput body = new ReplaceableInput(piece.body(), System::nanoTime);
            underWay.began(held, body);
            try {
                receive(sender, held, piece.with(body));
            } finally {
                underWay.ended(held);
                uploads.release(sender, held);
            }
        } finally {
            admission.close();
        }
        return uploads.state(sender, id);
    }

    private void receive(Caller sender, Held held, Piece piece) {
        if (piece.length().orElse(0) > held.length() - piece.offset()) {
            throw new ProblemException(Problem.TOO_LARGE, Map.of("limit", held.length()));
        }
        try (Lease lease = new Lease(jobs, settings.intake().lease(), end -> uploads.renew(sender, held, end));
                GrowingBlob upload = blobs.resume(held.blob(), held.mark())) {
            new PieceReader(blobs, upload, held.length(), progress(sender, held, lease)).read(piece);
            if (upload.size() == held.length()) {
                uploads.requireInHand(sender, held);
                finish(sender, held, upload.finish());
            }
        } catch (StorageFull full) {
            throw new ProblemException(Problem.STORAGE_FULL);
        } catch (ContentDamaged lost) {
            LOG.log(Level.ERROR, "ALARM: what came of upload " + held.id() + " is damaged; it was given up", lost);
            uploads.giveUp(sender, held);
            throw new UncheckedIOException(lost);
        } catch (IOException away) {
            uploads.requireInHand(sender, held);
            LOG.log(Level.WARNING, "Upload " + held.id() + " cannot go on now", away);
            throw new ProblemException(Problem.UNAVAILABLE);
        }
    }

    private Progress progress(Caller sender, Held held, Lease lease) {
        return new Progress() {
            @Override
            public void came(Mark mark) {
                uploads.mark(sender, held, mark);
            }

            @Override
            public void mayGoOn() {
                require(sender, held, lease);
            }
        };
    }

    /** Whoever writes to the store asks first: the database can fence its rows, not the bytes of a file. */
    private void require(Caller sender, Held held, Lease lease) {
        if (!lease.isHeld()) {
            uploads.requireInHand(sender, held);
            throw new ProblemException(Problem.UNAVAILABLE);
        }
    }

    private void finish(Caller sender, Held held, StoredBlob blob) {
        ReceivedFile file = new ReceivedFile(held.metadata().fileName(), blob);
        Pending pending = uploads.finish(sender, held, () -> entered(sender, held.metadata(), file));
        checks.beginUnattended(pending);
    }

    private Pending entered(Caller sender, UploadMetadata metadata, ReceivedFile file) {
        Optional<UUID> revised = metadata.revised();
        Instant leaseEnd = checks.leaseEnd();
        if (revised.isPresent()) {
            return reception.revise(sender, revised.get(), file, leaseEnd);
        }
        NewDocument document = metadata.document().checked(categories);
        return reception.enter(sender, document, file, leaseEnd);
    }
}
