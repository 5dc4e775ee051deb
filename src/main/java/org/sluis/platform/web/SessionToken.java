package org.sluis.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import org.eclipse.krazo.security.CsrfToken;
import org.eclipse.krazo.security.CsrfTokenStrategy;

/**
 * The secret that pages of a session carry and every changing request must repeat, so that no other site can make a
 * browser act in its person's name (ASVS 3.5.1). Whoever is not signed in has nothing to protect, and what such a visitor
 * is given is not kept.
 */
public final class SessionToken implements CsrfTokenStrategy {

    /** The field of a form that carries the token. */
    public static final String FIELD = "_csrf";

    /** The header that carries it where the body is not a plain form. */
    public static final String HEADER = "X-CSRF-TOKEN";

    private static final String ATTRIBUTE = SessionToken.class.getName();
    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** The token of the request's session, made at its first use. */
    public static String of(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session == null || request.getUserPrincipal() == null ? fresh() : kept(session);
    }

    @Override
    public Optional<CsrfToken> getToken(HttpServletRequest request, HttpServletResponse response, boolean create) {
        if (!create && request.getSession(false) == null) {
            return Optional.empty();
        }
        return Optional.of(new CsrfToken(HEADER, FIELD, of(request)));
    }

    /** Two first requests of a session at once must get the same token. */
    private static synchronized String kept(HttpSession session) {
        if (session.getAttribute(ATTRIBUTE) instanceof String token) {
            return token;
        }
        String token = fresh();
        session.setAttribute(ATTRIBUTE, token);
        return token;
    }

    private static String fresh() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
