package org.sluis.documents;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sluis.blob.ContentDamaged;
import org.sluis.blob.EncryptedBlobs;
import org.sluis.blob.StoredBlob;
import org.sluis.documents.Previews.Opened;
import org.sluis.inspection.Inspector;
import org.sluis.inspection.ParsersBusy;
import org.sluis.inspection.Preview;
import org.sluis.inspection.parsing.Glance;
import org.sluis.inspection.parsing.Shape;
import org.sluis.kernel.Caller;
import org.sluis.kernel.Problem;
import org.sluis.kernel.ProblemException;
import org.sluis.platform.bodies.Turns.Turn;
import org.sluis.platform.health.Meters;
import org.sluis.platform.rest.Audience;
import org.sluis.platform.rest.FieldFilter;
import org.sluis.platform.rest.FilteredView;

/**
 * Shows documents to those who may see them, whether or not they may have the file: as pictures and text that a child process
 * makes. Outside any transaction, for that takes time.
 */
@ApplicationScoped
public class PreviewDesk {

    /** How narrow a picture may be asked for, in pixels. */
    private static final int LEAST_WIDTH = 100;

    static final int USUAL_WIDTH = 800;

    private static final Logger LOG = System.getLogger(PreviewDesk.class.getName());
    private static final int RETRY_SECONDS = 5;

    @Inject
    Previews previews;

    @Inject
    PreviewOpenings openings;

    @Inject
    DownloadTurns turns;

    @Inject
    OneByOne inLine;

    @Inject
    Unshowable unshowable;

    @Inject
    EncryptedBlobs blobs;

    @Inject
    Inspector inspector;

    @Inject
    DamageAlarm alarm;

    @Inject
    Meters meters;

    /**
     * What can be shown of a version.
     *
     * @param page whose picture's size is wanted, at that width
     */
    FilteredView outline(Caller reader, UUID documentId, Optional<Integer> version, int page, int width) {
        Opened opened = opened(reader, documentId, version);
        Optional<Preview> outline =
                opened.shape() == Shape.PAGES ? shown(reader, opened, Glance.outline(page, width)) : Optional.empty();
        List<Integer> size = outline.map(Preview::size).orElse(List.of());
        boolean possible = opened.shape() != Shape.PAGES || outline.isPresent();
        return FieldFilter.shown(
                new PreviewView(
                        possible ? opened.shape() : Shape.NONE,
                        outline.map(Preview::pages).orElse(0),
                        size.stream().findFirst(),
                        size.stream().skip(1).findFirst(),
                        opened.version(),
                        Shape.isOffice(opened.content().mediaType()),
                        !opened.mark().isEmpty()),
                Audience.of(reader));
    }

    /**
     * One page as a picture.
     *
     * @param width in pixels, {@value #USUAL_WIDTH} where absent
     * @throws ProblemException {@code not-found} where there is no such page, {@code cannot-be-shown}, {@code unavailable}
     */
    Preview picture(Caller reader, UUID documentId, Optional<Integer> version, int page, Optional<Integer> width) {
        int wide = width(width);
        Opened opened = opened(reader, documentId, version);
        requireShape(opened.shape() == Shape.PAGES);
        Preview picture = shown(reader, opened, Glance.picture(page, wide, opened.mark()))
                .orElseThrow(() -> new ProblemException(Problem.CANNOT_BE_SHOWN));
        if (picture.picture().length == 0) {
            throw ProblemException.notFound();
        }
        return picture;
    }

    /** The beginning as text or table. */
    public FilteredView text(Caller reader, UUID documentId, Optional<Integer> version) {
        Opened opened = opened(reader, documentId, version);
        requireShape(opened.shape() == Shape.TEXT || opened.shape() == Shape.TABLE);
        Preview text =
                shown(reader, opened, Glance.text()).orElseThrow(() -> new ProblemException(Problem.CANNOT_BE_SHOWN));
        return FieldFilter.shown(PreviewTextView.of(text, opened.shape(), opened.mark()), Audience.of(reader));
    }

    /** @throws ProblemException {@code invalid-member} where nothing so wide or narrow is made */
    static int width(Optional<Integer> wanted) {
        int width = wanted.orElse(USUAL_WIDTH);
        if (width < LEAST_WIDTH || width > Glance.MOST_WIDTH) {
            throw ProblemException.invalid("width", "range");
        }
        return width;
    }

    private static void requireShape(boolean fits) {
        if (!fits) {
            throw new ProblemException(Problem.CANNOT_BE_SHOWN);
        }
    }

    private Opened opened(Caller reader, UUID documentId, Optional<Integer> version) {
        Opened opened = previews.open(reader, documentId, version);
        openings.entered(reader.personId(), opened.versionId(), opened.at());
        return opened;
    }

    private Optional<Preview> shown(Caller reader, Opened opened, Glance glance) {
        if (unshowable.isKnown(opened.versionId(), glance)) {
            return Optional.empty();
        }
        Turn turn = turns.preview(reader.personId());
        try {
            Turn alone = inLine.enter(reader.personId());
            try {
                return shown(opened, glance);
            } finally {
                alone.close();
            }
        } finally {
            turn.close();
        }
    }

    private Optional<Preview> shown(Opened opened, Glance glance) {
        Instant begun = Instant.now();
        try {
            StoredBlob blob = opened.content().blob();
            Optional<Preview> preview = inspector.show(
                    () -> blobs.open(blob.id(), blob.wrappedKey().bytes()),
                    blob.size(),
                    opened.content().mediaType(),
                    glance);
            Duration time = Duration.between(begun, Instant.now());
            meters.previewed(preview.isPresent() ? "shown" : "impossible", time);
            if (preview.isEmpty()) {
                unshowable.remember(opened.versionId(), glance, time);
            }
            return preview;
        } catch (ParsersBusy busy) {
            meters.previewed("busy", Duration.between(begun, Instant.now()));
            throw later();
        } catch (ContentDamaged | NoSuchFileException damage) {
            throw new UncheckedIOException(alarm.raised(opened.content(), damage));
        } catch (IOException away) {
            LOG.log(Level.WARNING, "Stored content " + opened.content().blob().id() + " cannot be shown now", away);
            throw later();
        }
    }

    private static ProblemException later() {
        return ProblemException.retryAfter(Problem.UNAVAILABLE, RETRY_SECONDS);
    }
}
