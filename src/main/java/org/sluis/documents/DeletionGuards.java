package org.sluis.documents;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.UUID;

/** All guards there are; none is no reason to keep anything. */
@Dependent
public class DeletionGuards {

    private final Iterable<DeletionGuard> guards;

    @Inject
    DeletionGuards(@Any Instance<DeletionGuard> guards) {
        this((Iterable<DeletionGuard>) guards);
    }

    DeletionGuards(Iterable<DeletionGuard> guards) {
        this.guards = guards;
    }

    /** Whether one of them keeps the document. */
    public boolean hold(UUID documentId) {
        for (DeletionGuard guard : guards) {
            if (guard.holds(documentId)) {
                return true;
            }
        }
        return false;
    }
}
