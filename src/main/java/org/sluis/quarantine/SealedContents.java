package org.sluis.quarantine;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import org.sluis.audit.Trail;
import org.sluis.documents.DocumentVersion;
import org.sluis.documents.RemovalOrders;
import org.sluis.kernel.ResourceRef;
import org.sluis.kernel.SystemCaller;
import org.sluis.platform.jobs.Jobs;
import org.sluis.platform.persistence.ActsAs;
import org.sluis.platform.persistence.Row;

/**
 * Destroys the keys of refused content whose time for a second look is over. Several nodes take different ones; a crash in
 * between leaves them for the next time.
 */
@ApplicationScoped
public class SealedContents {

    private static final Logger LOG = System.getLogger(SealedContents.class.getName());
    private static final Duration PAUSE = Duration.ofMinutes(1);
    private static final int AT_ONCE = 100;

    private static final String DUE = """
            select id from document_version
            where state = 'REJECTED' and wrapped_key is not null and sealed_until <= clock_timestamp()
            order by sealed_until limit ?1 for update skip locked
            """;

    @PersistenceContext(unitName = "sluis")
    EntityManager entities;

    @Inject
    Jobs jobs;

    @Inject
    RemovalOrders removals;

    @Inject
    SecondLooks looks;

    @Inject
    Trail trail;

    /** @param self this bean as others see it, with its transactions */
    void start(@Observes Startup event, SealedContents self) {
        jobs.every("sealed-contents", PAUSE, () -> quietly(self));
    }

    private static void quietly(SealedContents sealed) {
        try {
            while (sealed.destroyDue() == AT_ONCE) {
                LOG.log(Level.DEBUG, "Further sealed contents are due");
            }
        } catch (RuntimeException tryAgain) {
            LOG.log(Level.WARNING, "Sealed contents that are due cannot be destroyed yet: {0}", tryAgain.toString());
        }
    }

    /** @return how many there were, at most some */
    @Transactional
    @ActsAs(SystemCaller.GATE)
    public int destroyDue() {
        List<?> due = entities.createNativeQuery(DUE).setParameter(1, AT_ONCE).getResultList();
        due.stream()
                .map(id -> entities.find(DocumentVersion.class, Row.of(id).id(0).orElseThrow()))
                .forEach(this::destroy);
        looks.closeInVain(AT_ONCE);
        return due.size();
    }

    private void destroy(DocumentVersion version) {
        looks.expired(version);
        version.unseal();
        removals.add(version.blobId());
        trail.done(
                QuarantineAction.SEALED_CONTENT_DESTROYED,
                ResourceRef.document(version.documentId()),
                new QuarantineFacts.Destroyed(version.number()));
    }
}
