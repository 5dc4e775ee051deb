package org.sluis.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.function.Supplier;
import org.sluis.documents.Reception.Pending;

/** The transaction in which a version is entered, and the moment from which only the database knows how it ends. */
@ApplicationScoped
public class EntranceTransaction {

    /** @param committing told when all is done but the commit */
    @Transactional
    Pending run(Supplier<Pending> entering, Runnable committing) {
        Pending entered = entering.get();
        committing.run();
        return entered;
    }
}
