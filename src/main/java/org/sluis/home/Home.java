package org.sluis.home;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sluis.accounts.OpenProposals;
import org.sluis.documents.Attention;
import org.sluis.documents.Attention.Block;
import org.sluis.documents.Attention.Kind;
import org.sluis.kernel.Caller;
import org.sluis.kernel.Role;
import org.sluis.kernel.Sha256;
import org.sluis.mail.Outbox;
import org.sluis.quarantine.Quarantine;

/** What wants one reader's attention. Whoever knows it already is shown nothing, and nothing is recorded. */
@ApplicationScoped
class Home {

    private static final int MARK = 16;

    @Inject
    Attention attention;

    @Inject
    Quarantine quarantine;

    @Inject
    OpenProposals proposals;

    @Inject
    Outbox outbox;

    /**
     * What a home shows.
     *
     * @param undecided versions in quarantine that wait for a decision
     * @param proposals changes of accounts that wait for a second administrator
     * @param mailsLate whether mails wait for too long
     * @param mark of all of it: whoever has the same mark has seen the same
     */
    record Shown(Map<Kind, Block> documents, long undecided, long proposals, boolean mailsLate, String mark) {}

    /**
     * Nothing where {@code known} is the mark of what there is.
     *
     * @param unread what the bell shows, since it comes with the page
     */
    @Transactional
    Optional<Shown> of(Caller reader, String known, Works.Found works, int unread) {
        Map<Kind, Block> documents = attention.of(reader);
        long undecided = quarantine.undecided(reader);
        long waiting = proposals.waiting(reader);
        boolean late = reader.is(Role.ADMIN) && outbox.isLate();
        List<Object> more = List.of(undecided, waiting, late, works.scanner(), works.storage(), unread);
        String mark = mark(documents, more.toString());
        if (mark.equals(known)) {
            return Optional.empty();
        }
        attention.shown(reader, documents);
        return Optional.of(new Shown(documents, undecided, waiting, late, mark));
    }

    private static String mark(Map<Kind, Block> documents, String more) {
        return Sha256.of((documents + more).getBytes(StandardCharsets.UTF_8))
                .hex()
                .substring(0, MARK);
    }
}
