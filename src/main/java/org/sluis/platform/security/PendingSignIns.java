package org.sluis.platform.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The sign-ins a browser has begun, in its session: a few at once, for as many tabs, each used up by its answer. */
@ApplicationScoped
class PendingSignIns {

    private static final String ATTRIBUTE = PendingSignIns.class.getName();
    private static final int AT_ONCE = 5;
    private static final Duration PATIENCE = Duration.ofMinutes(15);

    void keep(HttpServletRequest request, PendingSignIn begun) {
        HttpSession session = request.getSession();
        if (session.isNew()) {
            session.setMaxInactiveInterval(Math.toIntExact(PATIENCE.toSeconds()));
        }
        ArrayList<PendingSignIn> all = new ArrayList<>(of(session));
        all.add(begun);
        session.setAttribute(ATTRIBUTE, new ArrayList<>(all.subList(Math.max(0, all.size() - AT_ONCE), all.size())));
    }

    /** The sign-in this state belongs to; a second answer with it finds none. */
    Optional<PendingSignIn> take(HttpServletRequest request, @Nullable String state) {
        HttpSession session = request.getSession(false);
        if (session == null || state == null) {
            return Optional.empty();
        }
        ArrayList<PendingSignIn> all = new ArrayList<>(of(session));
        Optional<PendingSignIn> answered =
                all.stream().filter(begun -> begun.state().equals(state)).findFirst();
        answered.ifPresent(all::remove);
        session.setAttribute(ATTRIBUTE, all);
        return answered;
    }

    @SuppressWarnings("unchecked") // only this class writes the attribute
    private static List<PendingSignIn> of(HttpSession session) {
        return Optional.ofNullable((List<PendingSignIn>) session.getAttribute(ATTRIBUTE))
                .orElse(List.of());
    }
}
