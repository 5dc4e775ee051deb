package org.sluis.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.sluis.blob.ContentTooLarge;
import org.sluis.blob.EncryptedBlobs;
import org.sluis.blob.StorageFull;
import org.sluis.blob.StoreUnavailable;
import org.sluis.blob.StoredBlob;
import org.sluis.documents.Copies;
import org.sluis.documents.Copies.Refused;
import org.sluis.documents.CopyOrigin;
import org.sluis.documents.ReceivedFile;
import org.sluis.documents.Reception;
import org.sluis.inspection.Categories;
import org.sluis.inspection.Category;
import org.sluis.inspection.Cleaning;
import org.sluis.inspection.Inspector;
import org.sluis.inspection.parsing.Objection;
import org.sluis.inspection.parsing.Removal;
import org.sluis.intake.Intake.Received;
import org.sluis.intake.checks.Checks;
import org.sluis.kernel.Caller;
import org.sluis.kernel.Problem;
import org.sluis.kernel.ProblemException;
import org.sluis.kernel.Sha256;
import org.sluis.platform.health.Meters;
import org.sluis.platform.rest.Audience;
import org.sluis.platform.rest.FieldFilter;
import org.sluis.platform.rest.FilteredView;

/**
 * Makes copies of refused versions without what was refused. First the sender is shown what would be left out, and nothing is
 * kept; on acceptance the copy is made again, and enters as a further version that is checked like any other. One at a time
 * for each person.
 */
@ApplicationScoped
public class CopyDesk {

    private static final Logger LOG = System.getLogger(CopyDesk.class.getName());
    private static final int SECONDS_FOR_ANOTHER = 5;

    @Inject
    Copies copies;

    @Inject
    EncryptedBlobs blobs;

    @Inject
    Categories categories;

    @Inject
    Inspector inspector;

    @Inject
    Entrance entrance;

    @Inject
    Reception reception;

    @Inject
    Intake intake;

    @Inject
    Checks checks;

    @Inject
    Meters meters;

    private final Set<UUID> busy = ConcurrentHashMap.newKeySet();

    /** A copy was made, but it cannot come in. */
    private static final class NotMade extends IOException {

        private static final long serialVersionUID = 1L;

        private final transient Objection obstacle;

        NotMade(Objection obstacle) {
            super(obstacle.rule().slug());
            this.obstacle = obstacle;
        }
    }

    /** Shows the sender what a copy would be. */
    public FilteredView propose(Caller sender, UUID documentId) {
        Refused refused = copies.refused(sender, documentId);
        return alone(sender, refused, () -> {
            Cleaning made = made(refused, OutputStream.nullOutputStream());
            CopyOrigin origin = origin(refused, made);
            copies.proposed(sender, refused, origin);
            meters.copied("proposed");
            return FieldFilter.shown(
                    new CopyProposalView(
                            name(origin),
                            refused.fileName(),
                            refused.number(),
                            copies.told(origin),
                            made.signaturesLost(),
                            made.size()),
                    Audience.of(sender));
        });
    }

    /**
     * Takes in the copy that was proposed.
     *
     * @param proposal as it was named
     * @throws ProblemException {@code stale} where the copy would be another one by now
     */
    public Received accept(Caller sender, UUID documentId, String proposal, boolean wait) {
        Refused refused = copies.refused(sender, documentId);
        return alone(sender, refused, () -> {
            CopyWriting writing = new CopyWriting(refused);
            StoredBlob blob = blobs.receive(writing, category(refused).limit());
            Supplier<Reception.Pending> entering = () -> {
                if (!name(writing.origin()).equals(proposal)) {
                    throw new ProblemException(Problem.STALE);
                }
                return reception.enterCopy(
                        sender,
                        documentId,
                        new ReceivedFile(refused.fileName(), blob),
                        writing.origin(),
                        checks.leaseEnd());
            };
            Reception.Pending pending = entrance.entered(blob.id(), entering);
            meters.copied("sent");
            return intake.checked(sender, pending, wait);
        });
    }

    /** Makes the copy while it is stored. */
    private final class CopyWriting implements EncryptedBlobs.Writing {

        private final Refused refused;
        private Optional<CopyOrigin> origin = Optional.empty();

        CopyWriting(Refused refused) {
            this.refused = refused;
        }

        @Override
        public void to(OutputStream target) throws IOException {
            origin = Optional.of(CopyDesk.origin(refused, made(refused, target)));
        }

        CopyOrigin origin() {
            return origin.orElseThrow();
        }
    }

    private Cleaning made(Refused refused, OutputStream target) throws IOException {
        StoredBlob blob = refused.blob();
        Cleaning made = inspector.clean(
                () -> blobs.open(blob.id(), blob.wrappedKey().bytes()),
                blob.size(),
                refused.fileName(),
                category(refused),
                target);
        Optional<Objection> obstacle = made.obstacle();
        if (obstacle.isPresent()) {
            meters.copied("impossible");
            throw new NotMade(obstacle.get());
        }
        return made;
    }

    private Category category(Refused refused) {
        return categories.named(refused.category()).orElseThrow(() -> new ProblemException(Problem.CONFLICT));
    }

    private static CopyOrigin origin(Refused refused, Cleaning made) {
        List<Removal> removals = made.removals().isEmpty() ? List.of(whyRefused(refused)) : made.removals();
        return new CopyOrigin(refused.number(), refused.blob().sha256(), removals, made.signaturesLost());
    }

    /** What no list of the document mentioned is not in the copy, without anybody having taken it out. */
    private static Removal whyRefused(Refused refused) {
        Objection why = refused.why();
        return new Removal(why.rule(), why.member(), why.subject(), 1);
    }

    /** The same for the same removals from the same bytes. */
    private static String name(CopyOrigin origin) {
        MessageDigest digest = Sha256.newDigest();
        digest.update(origin.toString().getBytes(StandardCharsets.UTF_8));
        return Sha256.of(digest).hex();
    }

    /** The making of a copy. */
    private interface Making<T> {
        T run() throws IOException;
    }

    private <T> T alone(Caller sender, Refused refused, Making<T> making) {
        if (!busy.add(sender.personId())) {
            throw ProblemException.retryAfter(Problem.TOO_MANY_REQUESTS, SECONDS_FOR_ANOTHER);
        }
        try {
            return making.run();
        } catch (NotMade impossible) {
            throw copies.impossible(refused, impossible.obstacle);
        } catch (ContentTooLarge tooMuch) {
            throw new ProblemException(Problem.TOO_LARGE, Map.of("limit", tooMuch.limit()));
        } catch (StorageFull full) {
            throw new ProblemException(Problem.STORAGE_FULL);
        } catch (StoreUnavailable away) {
            LOG.log(Level.WARNING, "Stored content " + refused.blob().id() + " cannot be read now", away);
            throw new ProblemException(Problem.UNAVAILABLE);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        } finally {
            busy.remove(sender.personId());
        }
    }
}
