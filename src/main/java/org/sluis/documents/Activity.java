package org.sluis.documents;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sluis.access.Access;
import org.sluis.access.Right;
import org.sluis.audit.Trail;
import org.sluis.kernel.Caller;
import org.sluis.kernel.Facts;
import org.sluis.kernel.Ids;
import org.sluis.kernel.Page;
import org.sluis.kernel.ProblemException;
import org.sluis.kernel.ResourceRef;
import org.sluis.kernel.Role;
import org.sluis.people.Principal;
import org.sluis.people.Principals;
import org.sluis.platform.persistence.NamedRow;
import org.sluis.platform.persistence.Projection;
import org.sluis.platform.persistence.Row;
import org.sluis.platform.rest.Audience;
import org.sluis.platform.rest.FieldFilter;
import org.sluis.platform.rest.FilteredView;
import org.sluis.platform.rest.PageRequest;

/**
 * What became of a document, out of the trail: who sent, saw, had it and was given it, newest first. For administrators and the
 * data protection officer, who may know the trail.
 */
@ApplicationScoped
class Activity {

    /** How many entries of the trail one page looks at: most of them say no more than that somebody opened the page. */
    private static final int LOOKED_AT = 1000;

    private static final Projection ENTRY = Projection.of("""
            id = a.id
            at = a.at
            act = a.act
            actor = a.actor_id
            version = a.facts ->> 'version'
            right = coalesce(a.facts ->> 'right', ended.access_right)
            principal = coalesce(cast(a.facts ->> 'principal' as uuid), ended.principal_id)
            told = a.told
            last = a.place = %d
            """.formatted(LOOKED_AT));

    /** Before everything that comes after an entry; all where there is none. */
    private static final String BELOW = """
            (e.at, e.id) < (
                select coalesce(max(c.at), 'infinity'), cast(?2 as uuid)
                from audit_entry c where c.id = cast(?2 as uuid))""";

    private static final String ENTRIES = """
            select %s
            from (
                select e.*, e.outcome = 'ALLOWED' and e.act = any (cast(?3 as text[])) as told,
                       row_number() over (order by e.at desc, e.id desc) as place
                from audit_entry e
                where e.resource_id = cast(?1 as uuid) and %s
                order by e.at desc, e.id desc
                limit %d) a
            left join document_grant_history ended
                on a.act = 'grant-revoked' and a.told and ended.id = cast(a.facts ->> 'grant' as uuid)
            where a.told or a.place = %d
            order by a.at desc, a.id desc
            limit ?4
            """.formatted(ENTRY.sql(), BELOW, LOOKED_AT, LOOKED_AT);

    @PersistenceContext(unitName = "sluis")
    EntityManager entities;

    @Inject
    Access access;

    @Inject
    Principals principals;

    @Inject
    Trail trail;

    /** Whether {@code reader} may know what others did with a document. */
    static boolean isFor(Caller reader) {
        return reader.is(Role.ADMIN) || reader.is(Role.DPO);
    }

    /** @throws ProblemException {@code not-found} also for whoever sees the document and may not know this */
    @Transactional
    public Page<FilteredView> of(Caller overseer, UUID documentId, PageRequest page) {
        ResourceRef document = ResourceRef.document(documentId);
        access.requireVisible(overseer, documentId, DocumentAction.ACTIVITY_VIEWED);
        if (!isFor(overseer)) {
            trail.denied(overseer, DocumentAction.ACTIVITY_VIEWED, document);
            throw ProblemException.notFound();
        }
        trail.done(overseer, DocumentAction.ACTIVITY_VIEWED, document, Facts.NONE);
        Page<NamedRow> found = found(documentId, page);
        Map<UUID, Principal> names = principals.named(
                overseer,
                found.items().stream()
                        .flatMap(entry -> Stream.of(entry.id("actor"), entry.id("principal")))
                        .flatMap(Optional::stream)
                        .collect(Collectors.toSet()));
        return found.map(entry -> FieldFilter.shown(view(entry, names), Audience.of(overseer)));
    }

    private Page<NamedRow> found(UUID documentId, PageRequest page) {
        List<?> rows = entities.createNativeQuery(ENTRIES)
                .setParameter(1, documentId.toString())
                .setParameter(2, page.below().orElse(Ids.TOP).toString())
                .setParameter(
                        3, Row.texts(Arrays.stream(Told.values()).map(Told::act).toList()))
                .setParameter(4, page.limit() + 1)
                .getResultList();
        List<NamedRow> read = rows.stream().map(ENTRY::of).toList();
        Optional<UUID> horizon =
                read.stream().filter(entry -> entry.flag("last")).findFirst().flatMap(entry -> entry.id("id"));
        return Page.of(
                read.stream().filter(entry -> entry.flag("told")).toList(),
                page.limit(),
                entry -> entry.id("id").orElseThrow(),
                horizon);
    }

    private static ActivityView view(NamedRow entry, Map<UUID, Principal> names) {
        return new ActivityView(
                entry.instant("at").orElseThrow(),
                entry.text("act").orElseThrow(),
                entry.id("actor").flatMap(id -> named(id, names)),
                entry.text("version").map(Integer::valueOf),
                entry.text("right").map(Right::valueOf),
                entry.id("principal").flatMap(id -> named(id, names)));
    }

    private static Optional<String> named(UUID id, Map<UUID, Principal> names) {
        return Optional.ofNullable(names.get(id)).map(Principal::name);
    }
}
