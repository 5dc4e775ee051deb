package org.sluis.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.sluis.blob.EncryptedBlobs;
import org.sluis.documents.DocumentState;
import org.sluis.documents.Documents;
import org.sluis.documents.NewDocument;
import org.sluis.documents.ReceivedFile;
import org.sluis.documents.Reception;
import org.sluis.documents.Reception.Pending;
import org.sluis.inspection.Categories;
import org.sluis.inspection.Category;
import org.sluis.intake.checks.Checks;
import org.sluis.kernel.Caller;
import org.sluis.kernel.ProblemException;
import org.sluis.platform.bodies.Turns.Turn;
import org.sluis.platform.config.Settings;
import org.sluis.platform.rest.FilteredView;
import org.sluis.platform.rest.IdempotentRequests;
import org.sluis.platform.rest.RepeatableRequest;
import org.sluis.platform.rest.Snapshot;

/** Takes files in: durable first, then entered, then checked; the sender waits for the verdict as long as is polite. */
@ApplicationScoped
public class Intake {

    @Inject
    EncryptedBlobs blobs;

    @Inject
    Categories categories;

    @Inject
    Entrance entrance;

    @Inject
    Reception reception;

    @Inject
    Documents documents;

    @Inject
    Checks checks;

    @Inject
    UploadAllowance allowance;

    @Inject
    IdempotentRequests requests;

    @Inject
    Settings settings;

    /** What came of an upload so far: the view of the version as its sender may see it, in whatever state it is now. */
    public record Received(
            UUID documentId, int number, FilteredView view, String entityTag, Optional<ProblemException> refusal) {}

    /** @param wait whether the sender wants to wait for the verdict */
    public Received upload(Caller caller, HttpServletRequest request, boolean wait) {
        return upload(caller, request, bodyOf(request), parts(Optional.empty()), wait);
    }

    /**
     * The same of a plain form; its sender waits for the verdict.
     *
     * @param body of the request
     * @throws UnfitForm with all that is wrong with it
     */
    Received uploadForm(Caller caller, HttpServletRequest request, InputStream body) {
        return upload(caller, request, body, form(Optional.empty()), true);
    }

    private Received upload(
            Caller caller, HttpServletRequest request, InputStream body, UploadParts parts, boolean wait) {
        read(parts, caller, request, body);
        NewDocument metadata = parts.metadata().checked(categories);
        Optional<RepeatableRequest> once = repeatable(request, "document", parts.metadata(), parts.file());
        return once(
                caller,
                once,
                () -> reception.requireSender(caller),
                parts,
                wait,
                () -> reception.enter(caller, metadata, parts.file(), checks.leaseEnd()));
    }

    /** A further version of a document; grants carry over. */
    public Received revise(Caller caller, UUID documentId, HttpServletRequest request, boolean wait) {
        UploadParts parts = parts(categoryForRevision(caller, documentId));
        return revise(caller, documentId, request, bodyOf(request), parts, wait);
    }

    /** The same of a plain form, as {@link #uploadForm}. */
    Received reviseForm(Caller caller, UUID documentId, HttpServletRequest request, InputStream body) {
        return revise(caller, documentId, request, body, form(categoryForRevision(caller, documentId)), true);
    }

    private Received revise(
            Caller caller,
            UUID documentId,
            HttpServletRequest request,
            InputStream body,
            UploadParts parts,
            boolean wait) {
        read(parts, caller, request, body);
        Optional<RepeatableRequest> once = repeatable(request, "version", documentId, parts.file());
        return once(
                caller,
                once,
                () -> reception.requireReviser(caller, documentId),
                parts,
                wait,
                () -> reception.revise(caller, documentId, parts.file(), checks.leaseEnd()));
    }

    /** What a further version of a document has to be. */
    Optional<Category> categoryForRevision(Caller caller, UUID documentId) {
        return categories.named(reception.categoryForRevision(caller, documentId));
    }

    /** Two uploads are the same where they say the same and bring the same bytes under the same name. */
    private static Optional<RepeatableRequest> repeatable(
            HttpServletRequest request, String what, Object of, ReceivedFile file) {
        String key = request.getHeader(RepeatableRequest.HEADER);
        return RepeatableRequest.of(key, what, of, file.name(), file.blob().sha256());
    }

    private Received once(
            Caller caller,
            Optional<RepeatableRequest> request,
            Runnable right,
            UploadParts parts,
            boolean wait,
            Supplier<Pending> entering) {
        AtomicReference<Pending> first = new AtomicReference<>();
        List<UUID> ids = once(caller, request, right, parts, () -> {
            Pending pending = entrance.entered(parts.file().blob().id(), entering);
            first.set(pending);
            return List.of(pending.documentId(), pending.versionId());
        });
        Pending entered = first.get();
        if (entered != null) {
            return checked(caller, entered, wait);
        }
        return answer(caller, ids.get(0), ids.get(1), reception.number(ids.get(1)));
    }

    /** Nobody needs what came where nothing is entered for it; of the bytes of what is, the entrance takes care. */
    private List<UUID> once(
            Caller caller,
            Optional<RepeatableRequest> request,
            Runnable right,
            UploadParts parts,
            Supplier<List<UUID>> entering) {
        AtomicBoolean begun = new AtomicBoolean();
        try {
            return requests.once(caller, request, right, () -> {
                begun.set(true);
                return entering.get();
            });
        } finally {
            if (!begun.get()) {
                parts.discard();
            }
        }
    }

    private UploadParts parts(Optional<Category> given) {
        return new UploadParts(blobs, categories, given, settings.uploads().whole());
    }

    private UploadParts form(Optional<Category> given) {
        return new FormParts(blobs, categories, given, settings.uploads().whole());
    }

    private static InputStream bodyOf(HttpServletRequest request) {
        try {
            return request.getInputStream();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private void read(UploadParts parts, Caller caller, HttpServletRequest request, InputStream body) {
        RepeatableRequest.requireKey(request.getHeader(RepeatableRequest.HEADER));
        long length = request.getContentLengthLong();
        OptionalLong announced = length < 0 ? OptionalLong.empty() : OptionalLong.of(length);
        Turn admission = allowance.admit(caller, announced);
        try {
            parts.read(new PacedRequest(request, body, settings.uploads()));
        } finally {
            admission.close();
        }
    }

    /** Has a version that was just entered checked, and waits as long as is polite. */
    Received checked(Caller caller, Pending pending, boolean wait) {
        CompletableFuture<Void> verdict = checks.begin(pending);
        if (wait) {
            await(verdict, settings.intake().patience());
        }
        checks.forget(pending, verdict);
        return answer(caller, pending.documentId(), pending.versionId(), pending.number());
    }

    private Received answer(Caller caller, UUID documentId, UUID versionId, int number) {
        Snapshot described = documents.received(caller, documentId, number);
        boolean refused =
                DocumentState.REJECTED.name().equals(described.members().get("state"));
        return new Received(
                documentId,
                number,
                described.members(),
                described.entityTag(),
                refused ? reception.refusal(versionId) : Optional.empty());
    }

    private static void await(CompletableFuture<Void> verdict, Duration patience) {
        try {
            verdict.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException goesOnByItself) {
            return;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
