package org.sluis.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sluis.audit.Trail;
import org.sluis.kernel.Caller;
import org.sluis.kernel.Page;
import org.sluis.kernel.Problem;
import org.sluis.kernel.ProblemException;
import org.sluis.kernel.ResourceRef;
import org.sluis.kernel.Role;
import org.sluis.people.Principal;
import org.sluis.people.PrincipalKind;
import org.sluis.people.Principals;
import org.sluis.platform.rest.PageRequest;

/**
 * Who could see a document, at any instant, through which grant, by whose hand and why; and why one person can or cannot.
 * For administrators and the data protection officer, on any document, erased ones included; neither reads metadata
 * or content through it.
 */
@ApplicationScoped
public class AccessHistory {

    @Inject
    DocumentPast past;

    @Inject
    Principals principals;

    @Inject
    Trail trail;

    /**
     * A page of them, by name.
     *
     * @param at the instant; now where absent
     * @throws ProblemException {@code role-missing}; {@code not-found} for a document that never was; {@code
     *     invalid-member} for an instant to come
     */
    @Transactional
    public AccessView readers(Caller caller, UUID document, Optional<Instant> at, PageRequest page) {
        Instant now = permitted(caller, document);
        if (at.isPresent() && at.get().isAfter(now)) {
            throw ProblemException.invalid("at", "future");
        }
        Instant instant = at.orElse(now);
        trail.done(
                caller,
                AccessAction.ACCESS_EXAMINED,
                ResourceRef.document(document),
                new AccessFacts.Examined(Optional.of(instant), Optional.empty()));
        Page<UUID> persons = past.persons(document, instant, page);
        return new AccessView(
                document,
                instant,
                past.state(document, instant),
                past.readers(document, instant, persons.items()).stream()
                        .map(ReaderView::of)
                        .toList(),
                persons.nextCursor().map(PageRequest::encode));
    }

    /** @throws ProblemException {@code role-missing}; {@code not-found} where document or person never was */
    @Transactional
    public Explanation explain(Caller caller, UUID document, UUID person) {
        Instant now = permitted(caller, document);
        Principal subject = Optional.ofNullable(
                        principals.named(caller, List.of(person)).get(person))
                .filter(found -> found.kind() == PrincipalKind.PERSON)
                .orElseThrow(ProblemException::notFound);
        trail.done(
                caller,
                AccessAction.ACCESS_EXAMINED,
                ResourceRef.document(document),
                new AccessFacts.Examined(Optional.empty(), Optional.of(person)));
        return new Explanation(
                document,
                subject,
                now,
                past.isActive(person, now),
                past.state(document, now).orElseThrow(),
                past.stateShows(document, now, person),
                past.reaching(document, now, person));
    }

    private Instant permitted(Caller caller, UUID document) {
        if (!caller.is(Role.ADMIN) && !caller.is(Role.DPO)) {
            trail.denied(caller, AccessAction.ACCESS_EXAMINED, ResourceRef.document(document));
            throw new ProblemException(Problem.ROLE_MISSING);
        }
        Instant now = past.now();
        if (past.state(document, now).isEmpty()) {
            trail.denied(caller, AccessAction.ACCESS_EXAMINED, ResourceRef.document(document));
            throw ProblemException.notFound();
        }
        return now;
    }
}
