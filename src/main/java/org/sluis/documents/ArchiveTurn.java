package org.sluis.documents;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.sluis.kernel.Caller;
import org.sluis.kernel.ProblemException;

/** The turn of one request to fetch an archive. It ends with the request, however that ends. */
@RequestScoped
public class ArchiveTurn {

    @Inject
    ArchiveTurns turns;

    private Optional<UUID> person = Optional.empty();

    /** @throws ProblemException {@code too-many-requests} where this person fetches too many already */
    void begin(Caller reader) {
        turns.begin(reader.personId());
        person = Optional.of(reader.personId());
    }

    @PreDestroy
    void end() {
        person.ifPresent(turns::end);
    }
}
