package org.sluis.documents;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.sluis.audit.Trail;
import org.sluis.kernel.Caller;
import org.sluis.kernel.ResourceRef;
import org.sluis.kernel.Role;
import org.sluis.people.People;
import org.sluis.people.PersonSummary;
import org.sluis.people.Principal;
import org.sluis.people.Principals;

/** What administrators see of the documents they have chosen, before they do something with all of them. */
@ApplicationScoped
public class ChosenDocuments {

    private static final String CHOSEN = """
            select d, v from Document d, DocumentVersion v
            where d.id in :ids and v.documentId = d.id and v.number = d.currentVersion and d.state <> :erased
            """;

    @PersistenceContext(unitName = "sluis")
    EntityManager entities;

    @Inject
    People people;

    @Inject
    Principals principals;

    @Inject
    Trail trail;

    /** Those of these that exist, in the order asked for; none for anybody but an administrator. */
    @Transactional
    public List<ChosenDocument> of(Caller administrator, List<UUID> ids) {
        if (ids.isEmpty() || !administrator.is(Role.ADMIN)) {
            return List.of();
        }
        List<Object[]> rows = entities.createQuery(CHOSEN, Object[].class)
                .setParameter("ids", ids)
                .setParameter("erased", DocumentState.ERASED)
                .getResultList();
        trail.done(
                administrator,
                DocumentAction.DOCUMENTS_LISTED,
                ResourceRef.every("document"),
                new DocumentFacts.Listed(rows.size(), List.of()));
        Map<UUID, PersonSummary> senders = people.summaries(administrator, senders(rows));
        Map<UUID, Principal> organisations = principals.named(administrator, organisations(senders));
        return rows.stream()
                .map(row -> chosen((Document) row[0], (DocumentVersion) row[1], senders, organisations))
                .sorted(Comparator.comparing(chosen -> ids.indexOf(chosen.id())))
                .toList();
    }

    private static ChosenDocument chosen(
            Document document,
            DocumentVersion version,
            Map<UUID, PersonSummary> senders,
            Map<UUID, Principal> organisations) {
        Optional<PersonSummary> sender = Optional.ofNullable(senders.get(document.uploaderId()));
        Optional<UUID> organisation = sender.flatMap(PersonSummary::organisationId);
        return new ChosenDocument(
                document.id(),
                document.title(),
                document.category(),
                version.fileName(),
                document.state(),
                document.entityTag(),
                document.uploaderId(),
                sender.map(PersonSummary::name).orElse(""),
                organisation,
                organisation.map(organisations::get).map(Principal::name));
    }

    private static Set<UUID> senders(List<Object[]> rows) {
        return rows.stream().map(row -> ((Document) row[0]).uploaderId()).collect(Collectors.toSet());
    }

    private static Set<UUID> organisations(Map<UUID, PersonSummary> senders) {
        return senders.values().stream()
                .flatMap(sender -> sender.organisationId().stream())
                .collect(Collectors.toSet());
    }
}
