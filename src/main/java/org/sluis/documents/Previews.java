package org.sluis.documents;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sluis.access.Access;
import org.sluis.access.EffectiveAccess;
import org.sluis.access.Right;
import org.sluis.audit.Trail;
import org.sluis.inspection.parsing.Shape;
import org.sluis.kernel.Caller;
import org.sluis.kernel.ProblemException;
import org.sluis.kernel.ResourceRef;
import org.sluis.people.People;
import org.sluis.platform.config.Settings;

/**
 * Who may be shown a version, what is written across it, and the entry in the trail: one for each reader, version and hour. It
 * is decided anew for each page. Whoever was shown it has seen it: it is not new for them any more.
 */
@ApplicationScoped
public class Previews {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    /** Whoever looks at an older version afterwards has seen the newer one. */
    private static final String SEEN = """
            insert into document_seen (document_id, person_id, version) values (cast(?1 as uuid), cast(?2 as uuid), ?3)
            on conflict (document_id, person_id) do update
            set version = greatest(document_seen.version, excluded.version), seen_at = clock_timestamp()
            """;

    @PersistenceContext(unitName = "sluis")
    EntityManager entities;

    @Inject
    Access access;

    @Inject
    Documents documents;

    @Inject
    People people;

    @Inject
    PreviewOpenings openings;

    @Inject
    Trail trail;

    @Inject
    Settings settings;

    /**
     * A version that may be shown.
     *
     * @param mark who is shown it and when, for somebody who may not have the file; empty for others
     */
    record Opened(UUID versionId, int version, Content content, String mark, Instant at) {

        Shape shape() {
            return Shape.of(content.mediaType());
        }
    }

    /**
     * @param number which version; the current one where absent
     * @throws ProblemException {@code right-missing} without any right, {@code not-found} where nothing is readable
     */
    @Transactional
    public Opened open(Caller caller, UUID documentId, Optional<Integer> number) {
        EffectiveAccess standing =
                access.requireRight(caller, documentId, Right.VIEW, DocumentAction.DOCUMENT_PREVIEWED);
        ResourceRef resource = ResourceRef.document(documentId);
        Document document = entities.find(Document.class, documentId);
        DocumentVersion version = documents
                .version(documentId, number.orElse(document.currentVersion()))
                .filter(found -> found.isReadable(document))
                .orElseThrow(() -> {
                    trail.denied(caller, DocumentAction.DOCUMENT_PREVIEWED, resource);
                    return ProblemException.notFound();
                });
        Instant now = Instant.now();
        String mark = standing.may(Right.DOWNLOAD) ? "" : mark(caller, now);
        Opened opened = new Opened(version.id(), version.number(), version.content(), mark, now);
        if (!openings.isEntered(caller.personId(), version.id(), now)) {
            entities.createNativeQuery(SEEN)
                    .setParameter(1, documentId.toString())
                    .setParameter(2, caller.personId().toString())
                    .setParameter(3, version.number())
                    .executeUpdate();
            trail.done(
                    caller,
                    DocumentAction.DOCUMENT_PREVIEWED,
                    resource,
                    new DocumentFacts.Previewed(
                            version.number(), version.sha256(), opened.shape().name()));
        }
        return opened;
    }

    private String mark(Caller caller, Instant now) {
        String name = people.summaries(caller, List.of(caller.personId())).values().stream()
                .map(person -> person.name())
                .findFirst()
                .orElse("");
        return name + " · " + MOMENT.withZone(settings.zone()).format(now);
    }
}
