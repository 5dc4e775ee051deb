package org.sluis.documents;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.sluis.kernel.Caller;
import org.sluis.kernel.ProblemException;
import org.sluis.platform.bodies.Turns.Turn;

/** The turn of one request to fetch a content or an archive. It ends with the request, however that ends. */
@RequestScoped
public class DownloadTurn {

    /** What the server takes from us although its reader takes nothing. */
    private static final long SMALL = 64 * 1024;

    @Inject
    DownloadTurns turns;

    private final List<Turn> taken = new ArrayList<>();

    /** @throws ProblemException {@code too-many-requests}, {@code unavailable} */
    void beginArchive(Caller reader) {
        taken.add(turns.archive(reader.personId()));
    }

    /**
     * @param bytes that will leave; few hold up nobody and need no turn
     * @throws ProblemException {@code too-many-requests}, {@code unavailable}
     */
    void beginContent(Caller reader, long bytes) {
        if (bytes > SMALL) {
            taken.add(turns.content(reader.personId()));
        }
    }

    @PreDestroy
    void end() {
        taken.forEach(Turn::close);
    }
}
