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
 * How many contents and archives are fetched from this node at this moment, by each person and by all. Archives are fewer: each
 * is many contents.
 */
@ApplicationScoped
public class DownloadTurns {

    private static final int SOON_SECONDS = 5;
    private static final int ARCHIVE_SECONDS = 30;

    @Inject
    Settings settings;

    @SuppressWarnings("NullAway.Init")
    private Turns contents;

    @SuppressWarnings("NullAway.Init")
    private Turns archives;

    @PostConstruct
    void open() {
        Settings.Downloads downloads = settings.downloads();
        contents = new Turns(downloads.atOnce(), downloads.sending(), SOON_SECONDS);
        archives = new Turns(settings.archives().atOnce(), downloads.sending(), ARCHIVE_SECONDS);
    }

    /** @throws ProblemException as {@link Turns#take(UUID)} */
    Turn content(UUID person) {
        return contents.take(person);
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
