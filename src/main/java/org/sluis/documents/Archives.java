package org.sluis.documents;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.sluis.access.Access;
import org.sluis.access.Right;
import org.sluis.audit.Act;
import org.sluis.audit.Trail;
import org.sluis.kernel.Caller;
import org.sluis.kernel.Problem;
import org.sluis.kernel.ProblemException;
import org.sluis.kernel.ResourceRef;
import org.sluis.platform.health.Meters;

/** Several documents in one download: all of them, or nothing. */
@ApplicationScoped
public class Archives {

    @PersistenceContext(unitName = "sluis")
    EntityManager entities;

    @Inject
    Access access;

    @Inject
    RecallBarrier barrier;

    @Inject
    Trail trail;

    @Inject
    Meters meters;

    /**
     * The current bytes of each document, in the order asked for, for reading once the transaction is over. Each is a
     * download of its own in the trail.
     *
     * @param most bytes of all together
     * @throws ProblemException {@code not-found} where one is absent or not readable, {@code right-missing} where one
     *     may only be seen, {@code too-large} where all together are
     */
    @Transactional
    public List<Content> contents(Caller caller, List<UUID> documentIds, long most) {
        access.requireRightOnAll(caller, documentIds, Right.DOWNLOAD, Act.DOCUMENT_DOWNLOADED);
        barrier.download(documentIds);
        Map<UUID, DocumentVersion> versions = readable(documentIds);
        List<Content> contents = documentIds.stream()
                .map(id -> downloaded(caller, id, Optional.ofNullable(versions.get(id))))
                .toList();
        requireFit(contents, most);
        contents.forEach(sent -> meters.downloaded("archive"));
        return contents;
    }

    private static void requireFit(List<Content> contents, long most) {
        long left = most;
        for (Content content : contents) {
            left -= content.blob().size();
            if (left < 0) {
                throw new ProblemException(Problem.TOO_LARGE, Map.of("limit", most));
            }
        }
    }

    private Content downloaded(Caller caller, UUID documentId, Optional<DocumentVersion> readable) {
        DocumentVersion version = readable.orElseThrow(() -> {
            trail.denied(caller, Act.DOCUMENT_DOWNLOADED, ResourceRef.document(documentId));
            return ProblemException.notFound();
        });
        Map<String, Object> facts = new TreeMap<>(version.facts());
        facts.put("way", "archive");
        trail.done(caller, Act.DOCUMENT_DOWNLOADED, ResourceRef.document(documentId), facts);
        return version.content();
    }

    private Map<UUID, DocumentVersion> readable(List<UUID> documentIds) {
        return entities.createQuery("""
                        select v, d from DocumentVersion v, Document d
                        where d.id in :ids and v.documentId = d.id and v.number = d.currentVersion
                        """, Object[].class)
                .setParameter("ids", documentIds)
                .getResultStream()
                .filter(row -> ((DocumentVersion) row[0]).isReadable((Document) row[1]))
                .map(row -> (DocumentVersion) row[0])
                .collect(Collectors.toMap(DocumentVersion::documentId, Function.identity()));
    }
}
