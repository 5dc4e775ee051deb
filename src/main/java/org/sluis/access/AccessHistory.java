package org.sluis.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
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

    private static final int MOST_ON_A_PAGE = 200;

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
        Instant instant = examined(caller, document, permitted(caller, document), at, Optional.empty());
        return page(document, instant, page);
    }

    /**
     * All of them, for a table that leaves the portal: one question, however many they are.
     *
     * @throws ProblemException as {@link #readers}
     */
    @Transactional
    public List<ReaderView> everyReader(Caller caller, UUID document, Optional<Instant> at) {
        Instant instant = examined(caller, document, permitted(caller, document), at, Optional.empty());
        List<ReaderView> all = new ArrayList<>();
        Optional<String> next = Optional.empty();
        do {
            AccessView found = page(document, instant, PageRequest.of(MOST_ON_A_PAGE, next.orElse(null)));
            all.addAll(found.readers());
            next = found.nextCursor();
        } while (next.isPresent());
        return List.copyOf(all);
    }

    /**
     * Why one person could see it at an instant, or could not.
     *
     * @param at the instant; now where absent
     * @throws ProblemException as {@link #readers}; {@code not-found} where the person never was
     */
    @Transactional
    public Explanation explain(Caller caller, UUID document, UUID person, Optional<Instant> at) {
        Instant now = permitted(caller, document);
        Principal subject = Optional.ofNullable(
                        principals.named(caller, List.of(person)).get(person))
                .filter(found -> found.kind() == PrincipalKind.PERSON)
                .orElseThrow(ProblemException::notFound);
        Instant instant = examined(caller, document, now, at, Optional.of(person));
        return new Explanation(
                document,
                subject,
                instant,
                past.isActive(person, instant),
                past.state(document, instant),
                past.stateShows(document, instant, person),
                past.reaching(document, instant, person));
    }

    /** The instant that is asked about; the question is in the trail. */
    private Instant examined(Caller caller, UUID document, Instant now, Optional<Instant> at, Optional<UUID> person) {
        Instant instant = at.orElse(now);
        if (instant.isAfter(now)) {
            throw ProblemException.invalid("at", "future");
        }
        trail.done(
                caller,
                AccessAction.ACCESS_EXAMINED,
                ResourceRef.document(document),
                new AccessFacts.Examined(person.isPresent() ? at : Optional.of(instant), person));
        return instant;
    }

    private AccessView page(UUID document, Instant instant, PageRequest page) {
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
