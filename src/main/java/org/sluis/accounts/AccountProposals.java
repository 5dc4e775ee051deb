package org.sluis.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.sluis.kernel.Caller;
import org.sluis.kernel.Page;
import org.sluis.kernel.ProblemException;
import org.sluis.platform.rest.FilteredView;
import org.sluis.platform.rest.PageRequest;

/** What one administrator has proposed to change at an employee's account, and another answers. */
@ApplicationScoped
class AccountProposals {

    @Inject
    OpenProposals open;

    @Inject
    AccountChanges changes;

    @Inject
    ChangeOutcomes outcomes;

    @Inject
    RealmSteps realm;

    @Inject
    ChangeRunner runner;

    /** A page of those that wait, newest first. */
    Page<FilteredView> list(Caller overseer, PageRequest page) {
        return open.list(overseer, page);
    }

    /** @throws ProblemException {@code not-found} for what does not wait any more */
    FilteredView read(Caller overseer, UUID id) {
        return open.read(overseer, id);
    }

    /**
     * Carries the change out. The realm is looked at before the proposal is used up, so that it still waits when the realm is
     * away.
     *
     * @throws ProblemException {@code not-found}; {@code own-proposal}, {@code not-independent}; {@code conflict} once
     *     answered; {@code account-missing}, {@code account-exists}, {@code directory-away}
     */
    void consent(Caller administrator, UUID id) {
        realm.look(outcomes.task(administrator, changes.proposed(administrator, id)));
        runner.run(administrator, changes.consent(administrator, id));
    }

    /** The proposer withdraws it, or another administrator declines it. */
    void decline(Caller administrator, UUID id) {
        changes.decline(administrator, id);
    }
}
