package org.sluis.documents;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.sluis.kernel.ProblemException;
import org.sluis.platform.bodies.Turns;
import org.sluis.platform.bodies.Turns.Turn;
import org.sluis.platform.config.Settings;

/**
 * How many contents, archives and previews are fetched from this node at this moment, by each person and by all. Archives are fewer:
 * each is many contents.
 */
@ApplicationScoped
public class DownloadTurns {

    private static final int SOON_SECONDS = 5;
    private static final int ARCHIVE_SECONDS = 30;
    private static final int PREVIEWS_AT_ONCE = 4;
    private static final int PREVIEW_SECONDS = 2;

    @Inject
    Settings settings;

    @SuppressWarnings("NullAway.Init")
    private Turns contents;

    @SuppressWarnings("NullAway.Init")
    private Turns archives;

    @SuppressWarnings("NullAway.Init")
    private Turns previews;

    @PostConstruct
    void open() {
        Settings.Downloads downloads = settings.downloads();
        contents = new Turns(downloads.atOnce(), downloads.sending(), SOON_SECONDS);
        archives = new Turns(settings.archives().atOnce(), downloads.sending(), ARCHIVE_SECONDS);
        previews = new Turns(PREVIEWS_AT_ONCE, downloads.sending(), PREVIEW_SECONDS);
    }

    /** @throws ProblemException as {@link Turns#take(UUID)} */
    Turn content(UUID person) {
        return contents.take(person);
    }

    /** @throws ProblemException as {@link Turns#take(UUID)} */
    Turn preview(UUID person) {
        return previews.take(person);
    }

    /**
     * One of both kinds.
     *
     * @throws ProblemException as {@link Turns#take(UUID)}
     */
    Turn archive(UUID person) {
        Turn archive = archives.take(person);
        try {
            Turn content = contents.take(person);
            return Turn.endingWith(() -> {
                content.close();
                archive.close();
            });
        } catch (ProblemException refusal) {
            archive.close();
            throw refusal;
        }
    }
}
