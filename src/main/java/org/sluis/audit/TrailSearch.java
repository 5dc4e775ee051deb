package org.sluis.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.sluis.kernel.AuditAction;
import org.sluis.kernel.AuditEvent.Outcome;
import org.sluis.kernel.Caller;
import org.sluis.kernel.Page;
import org.sluis.kernel.Problem;
import org.sluis.kernel.ProblemException;
import org.sluis.kernel.ResourceRef;
import org.sluis.kernel.Role;
import org.sluis.platform.rest.Audience;
import org.sluis.platform.rest.FieldFilter;
import org.sluis.platform.rest.FilteredView;
import org.sluis.platform.rest.KnownNames;
import org.sluis.platform.rest.PageRequest;

/** Who did what: everything for administrators and the data protection officer, the own entries for everybody. Looking is in the trail too. */
@ApplicationScoped
class TrailSearch {

    private static final ResourceRef ENTRIES = ResourceRef.every("entry");

    @Inject
    TrailReader reader;

    @Inject
    Trail trail;

    @Inject
    Instance<KnownNames> rooms;

    /**
     * A page, newest first.
     *
     * @throws ProblemException {@code role-missing}
     */
    @Transactional
    Page<FilteredView> search(Caller overseer, TrailCriteria criteria, PageRequest page) {
        require(overseer, TrailAction.TRAIL_SEARCHED);
        Page<TrailEntry> found = reader.page(criteria, page);
        trail.done(
                overseer,
                TrailAction.TRAIL_SEARCHED,
                ENTRIES,
                new TrailAction.Searched(found.items().size(), criteria.names()));
        return shown(overseer, Audience.of(overseer), found);
    }

    /**
     * One entry.
     *
     * @throws ProblemException {@code role-missing}, {@code not-found}
     */
    @Transactional
    FilteredView entry(Caller overseer, UUID id) {
        require(overseer, TrailAction.TRAIL_SEARCHED);
        TrailEntry found = reader.entry(id).orElseThrow(ProblemException::notFound);
        trail.done(overseer, TrailAction.TRAIL_SEARCHED, ENTRIES, new TrailAction.Searched(1, List.of("entry")));
        return shown(overseer, Audience.of(overseer), List.of(found)).get(0);
    }

    /** A page of what the caller did, newest first. */
    @Transactional
    Page<FilteredView> own(Caller caller, TrailCriteria criteria, PageRequest page) {
        Page<TrailEntry> found = reader.page(criteria.of(caller.personId()), page);
        trail.done(
                caller,
                TrailAction.OWN_TRAIL_LISTED,
                ResourceRef.person(caller.personId()),
                new TrailAction.Searched(found.items().size(), criteria.names()));
        Set<Audience> themselves = Audience.of(caller);
        themselves.add(Audience.THEMSELVES);
        if (caller.is(Role.CLIENT)) {
            themselves.add(Audience.CLIENT_THEMSELVES);
        }
        return shown(caller, themselves, found);
    }

    /**
     * Enters that a part of the trail leaves the portal; {@link #exported} then gives it page by page.
     *
     * @throws ProblemException {@code role-missing}
     */
    @Transactional
    void beginExport(Caller overseer, TrailCriteria criteria, String type) {
        require(overseer, TrailAction.TRAIL_EXPORTED);
        trail.done(
                overseer,
                TrailAction.TRAIL_EXPORTED,
                ENTRIES,
                new TrailAction.Exported(
                        criteria.names(),
                        criteria.from().orElseThrow(),
                        criteria.until().orElseThrow(),
                        type));
    }

    /** A page of what is exported: a transaction of its own, so that nobody's slow line holds one. */
    @Transactional
    Page<FilteredView> exported(Caller overseer, TrailCriteria criteria, PageRequest page) {
        require(overseer, TrailAction.TRAIL_EXPORTED);
        return shown(overseer, Audience.of(overseer), reader.page(criteria, page));
    }

    private void require(Caller caller, AuditAction action) {
        if (!caller.is(Role.ADMIN) && !caller.is(Role.DPO)) {
            trail.denied(caller, action, ENTRIES);
            throw new ProblemException(Problem.ROLE_MISSING);
        }
    }

    private Page<FilteredView> shown(Caller caller, Set<Audience> readers, Page<TrailEntry> found) {
        return new Page<>(shown(caller, readers, found.items()), found.nextCursor());
    }

    private List<FilteredView> shown(Caller caller, Set<Audience> readers, List<TrailEntry> entries) {
        Map<UUID, String> names = names(caller, entries);
        Instant now = Instant.now();
        return entries.stream()
                .map(entry -> FieldFilter.shown(
                        EntryView.of(entry, mayName(caller, entry) ? names : Map.of(), now, readers), readers))
                .toList();
    }

    private Map<UUID, String> names(Caller caller, List<TrailEntry> entries) {
        Set<UUID> ids = entries.stream()
                .filter(entry -> mayName(caller, entry))
                .flatMap(TrailEntry::identifiers)
                .collect(Collectors.toSet());
        Map<UUID, String> names = new HashMap<>();
        if (!ids.isEmpty()) {
            rooms.forEach(room -> names.putAll(room.of(caller, ids)));
        }
        return names;
    }

    /** Whoever tried an identifier and was refused does not learn here whose it is. */
    private static boolean mayName(Caller caller, TrailEntry entry) {
        return caller.is(Role.ADMIN) || caller.is(Role.DPO) || entry.outcome() == Outcome.ALLOWED;
    }
}
