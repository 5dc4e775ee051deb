package org.sluis.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;
import java.util.UUID;
import org.sluis.kernel.Caller;
import org.sluis.platform.persistence.Row;

/**
 * Who has had the bytes of a document: since when, until when, and how often. Recalls warn them. One row for each person and
 * version, however often it is downloaded, alone or in an archive, wholly or in part.
 */
@ApplicationScoped
public class Recipients {

    private static final String SENT = """
        select cast(document_sent(cast(?1 as uuid[]), cast(?2 as int[])) as text)
        """;

    private static final String OF_VERSION = """
        select person_id from document_recipient where document_id = cast(?1 as uuid) and version = ?2
        """;

    @PersistenceContext(unitName = "sluis")
    EntityManager entities;

    /** A version of a document whose bytes are sent. */
    public record Sent(UUID documentId, int version) {}

    /** Enters in the running transaction that {@code caller} is sent these bytes; the last thing that a download enters. */
    @Transactional(TxType.MANDATORY)
    public void enter(Caller caller, List<Sent> contents) {
        entities.createNativeQuery(SENT)
                .setParameter(
                        1, Row.array(contents.stream().map(Sent::documentId).toList()))
                .setParameter(
                        2,
                        Row.texts(contents.stream()
                                .map(sent -> Integer.toString(sent.version()))
                                .toList()))
                .getSingleResult();
    }

    /** The persons who downloaded a version. */
    @Transactional(TxType.MANDATORY)
    public List<UUID> of(UUID documentId, int version) {
        List<?> rows = entities.createNativeQuery(OF_VERSION)
                .setParameter(1, documentId.toString())
                .setParameter(2, version)
                .getResultList();
        return rows.stream().map(row -> Row.of(row).id(0).orElseThrow()).toList();
    }
}
