package org.sluis.quarantine;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.sluis.audit.Recipients;
import org.sluis.audit.Trail;
import org.sluis.documents.DocumentState;
import org.sluis.documents.DocumentVersion;
import org.sluis.documents.Explanations;
import org.sluis.inspection.parsing.Rule;
import org.sluis.kernel.Caller;
import org.sluis.kernel.Ids;
import org.sluis.kernel.Page;
import org.sluis.kernel.Problem;
import org.sluis.kernel.ProblemException;
import org.sluis.kernel.ResourceRef;
import org.sluis.kernel.Role;
import org.sluis.people.People;
import org.sluis.people.PersonSummary;
import org.sluis.platform.persistence.Row;
import org.sluis.platform.rest.Audience;
import org.sluis.platform.rest.FieldFilter;
import org.sluis.platform.rest.FilteredView;
import org.sluis.platform.rest.PageRequest;

/**
 * The desk where administrators see what waits for its verdict, was refused or was recalled, and why. Nobody gets content
 * here. Every look and every act is in the trail.
 */
@ApplicationScoped
public class Quarantine {

    /** Where a version is on the desk. */
    static final Set<DocumentState> STATES =
            EnumSet.of(DocumentState.CHECKING, DocumentState.REJECTED, DocumentState.RECALLED);

    private static final String SHOWN = """
            with page as materialized (
                select v.* from document_version v
                where v.state in ('CHECKING', 'REJECTED', 'RECALLED') and %s
                order by v.id desc limit ?2)
            select %s
            from page v
            join document d on d.id = v.document_id
            join person u on u.id = v.uploader_id
            left join reinstatement r
                on r.version_id = v.id and r.consented_at is null and r.declined_at is null
            left join person p on p.id = r.proposed_by
            left join second_look s on s.version_id = v.id and s.answer is null
            order by v.id desc
            """;

    private static final String ASKED = """
            select s.version_id from second_look s where s.answer is null
            union
            select r.version_id from reinstatement r where r.consented_at is null and r.declined_at is null
            """;

    private static final String UNDECIDED = "select count(*) from (%s) waiting".formatted(ASKED);

    private static final String BELOW = "v.id < cast(?1 as uuid)";
    private static final String OF_STATE = " and v.state = ?3";
    private static final String BY_RULE = " and v.rule = ?4";
    private static final String TO_DECIDE =
            " and (v.id in (%s) or (v.state = 'RECALLED' and v.wrapped_key is not null))".formatted(ASKED);
    private static final String ONE = SHOWN.formatted("v.id = cast(?1 as uuid)", QuarantineView.COLUMNS.sql());

    @PersistenceContext(unitName = "sluis")
    EntityManager entities;

    @Inject
    Recipients recipients;

    @Inject
    People people;

    @Inject
    Explanations explanations;

    @Inject
    Trail trail;

    /** The newest versions on the desk, or of the part of it that is asked for. */
    @Transactional
    public Page<FilteredView> list(Caller administrator, DeskFilter filter, PageRequest page) {
        requireAdministrator(administrator, ResourceRef.every("version"), QuarantineAction.QUARANTINE_LISTED);
        String where = BELOW
                + filter.state().map(state -> OF_STATE).orElse("")
                + filter.rule().map(rule -> BY_RULE).orElse("")
                + (filter.undecided() ? TO_DECIDE : "");
        List<QuarantineView> rows = shown(
                SHOWN.formatted(where, QuarantineView.COLUMNS.sql()),
                page.below().orElse(Ids.TOP),
                page.limit() + 1,
                filter);
        Page<QuarantineView> found = Page.of(rows, page.limit(), QuarantineView::id);
        trail.done(
                administrator,
                QuarantineAction.QUARANTINE_LISTED,
                ResourceRef.every("version"),
                new QuarantineFacts.DeskListed(
                        Optional.of(found.items().size()),
                        filter.state(),
                        filter.rule().map(Rule::slug),
                        Optional.empty()));
        return found.map(view -> FieldFilter.shown(view, Audience.of(administrator)));
    }

    /** How many versions somebody asks administrators to decide on; none for anybody else. */
    @Transactional
    public long undecided(Caller administrator) {
        return administrator.is(Role.ADMIN)
                ? Row.of(entities.createNativeQuery(UNDECIDED).getSingleResult())
                        .number(0)
                : 0;
    }

    /** @throws ProblemException {@code not-found} for what is not on the desk */
    @Transactional
    public FilteredView read(Caller administrator, UUID versionId) {
        requireAdministrator(administrator, version(versionId), QuarantineAction.QUARANTINE_VIEWED);
        QuarantineView view = view(administrator, versionId, Optional.empty());
        return FieldFilter.shown(view, Audience.of(administrator));
    }

    /**
     * Who downloaded the version before it was recalled, by name.
     *
     * @throws ProblemException {@code not-found} for what is not on the desk
     */
    @Transactional
    public List<FilteredView> recipients(Caller administrator, UUID versionId) {
        requireAdministrator(administrator, version(versionId), QuarantineAction.QUARANTINE_VIEWED);
        QuarantineView view = view(administrator, versionId, Optional.of("all"));
        return people.summaries(administrator, recipients.of(view.documentId(), view.version())).values().stream()
                .sorted(Comparator.comparing(PersonSummary::name).thenComparing(PersonSummary::id))
                .map(person -> new QuarantineView.Person(person.id(), person.name(), person.email()))
                .map(person -> FieldFilter.shown(person, Audience.of(administrator)))
                .toList();
    }

    /** A version on the desk, for an act of an administrator that ends with the running transaction. */
    DocumentVersion locked(Caller administrator, UUID versionId, QuarantineAction action) {
        requireAdministrator(administrator, version(versionId), action);
        return Optional.ofNullable(entities.find(DocumentVersion.class, versionId, LockModeType.PESSIMISTIC_WRITE))
                .filter(found -> STATES.contains(found.state()))
                .orElseThrow(() -> absent(administrator, versionId, action));
    }

    /** @throws ProblemException {@code role-missing}, and the refusal is in the trail */
    void requireAdministrator(Caller caller, ResourceRef resource, QuarantineAction action) {
        if (!caller.is(Role.ADMIN)) {
            trail.denied(caller, action, resource);
            throw new ProblemException(Problem.ROLE_MISSING);
        }
    }

    private QuarantineView view(Caller administrator, UUID versionId, Optional<String> recipients) {
        QuarantineView view = shown(ONE, versionId, 1, DeskFilter.of(null, null)).stream()
                .findFirst()
                .orElseThrow(() -> absent(administrator, versionId, QuarantineAction.QUARANTINE_VIEWED));
        trail.done(
                administrator,
                QuarantineAction.QUARANTINE_VIEWED,
                ResourceRef.document(view.documentId()),
                new QuarantineFacts.DeskViewed(recipients));
        return view;
    }

    private List<QuarantineView> shown(String statement, UUID version, int most, DeskFilter filter) {
        var query = entities.createNativeQuery(statement)
                .setParameter(1, version.toString())
                .setParameter(2, most);
        filter.state().ifPresent(wanted -> query.setParameter(3, wanted.name()));
        filter.rule().ifPresent(wanted -> query.setParameter(4, wanted.slug()));
        List<?> rows = query.getResultList();
        return rows.stream()
                .map(row -> QuarantineView.of(QuarantineView.COLUMNS.of(row), explanations))
                .toList();
    }

    private ProblemException absent(Caller administrator, UUID versionId, QuarantineAction action) {
        trail.denied(administrator, action, version(versionId));
        return ProblemException.notFound();
    }

    private static ResourceRef version(UUID versionId) {
        return new ResourceRef("version", Optional.of(versionId));
    }
}
