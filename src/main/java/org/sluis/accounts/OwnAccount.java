package org.sluis.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.sluis.kernel.Caller;
import org.sluis.kernel.Problem;
import org.sluis.kernel.ProblemException;
import org.sluis.platform.rest.Audience;
import org.sluis.platform.rest.FieldFilter;
import org.sluis.platform.rest.FilteredView;
import org.sluis.platform.security.TokenStatusCache;

/**
 * What people see of their own account, and how they end what they have left open somewhere. The realm is asked while no
 * transaction is open.
 */
@ApplicationScoped
class OwnAccount {

    /** Most of the portal's questions to the realm are left for those who shut others out. */
    private static final int AT_ONCE = 4;

    private final Semaphore turns = new Semaphore(AT_ONCE);

    @Inject
    OwnSubject own;

    @Inject
    Directory directory;

    @Inject
    TokenStatusCache tokenStatus;

    /**
     * @param current the session that asks
     * @throws ProblemException {@code account-missing}, {@code directory-away}, {@code too-many-requests}
     */
    FilteredView read(Caller caller, Optional<String> current) {
        String subject = own.subject(caller);
        if (!turns.tryAcquire()) {
            throw ProblemException.retryAfter(Problem.TOO_MANY_REQUESTS, 1);
        }
        try {
            return FieldFilter.shown(
                    OwnAccountView.of(directory.secondFactors(subject), directory.sessions(subject), current),
                    Audience.of(caller));
        } finally {
            turns.release();
        }
    }

    /**
     * Ends one of the caller's own sessions; that of anybody else is as good as none.
     *
     * @throws ProblemException {@code not-found}, {@code account-missing}, {@code directory-away}
     */
    void endSession(Caller caller, String id) {
        String subject = own.subject(caller);
        if (directory.sessions(subject).stream().map(RealmSession::id).noneMatch(id::equals)) {
            own.refused(caller);
            throw ProblemException.notFound();
        }
        try {
            directory.endSession(id);
            own.ended(caller);
        } finally {
            tokenStatus.invalidateAccount(subject);
        }
    }
}
