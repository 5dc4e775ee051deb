package org.sluis.platform.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * The secret that pages of a session carry and every changing request must repeat, so that no other site can make a
 * browser act in its person's name (ASVS 3.5.1). Whoever is not signed in has nothing to protect, and what such a visitor
 * is given is not kept.
 */
final class SessionToken {

    /** The field of a form that carries the token. */
    static final String FIELD = "_csrf";

    /** The header that carries it where the body is not a plain form. */
    static final String HEADER = "X-CSRF-TOKEN";

    private static final String ATTRIBUTE = SessionToken.class.getName();
    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private SessionToken() {}

    /** The token of the request's session, made at its first use. */
    static String of(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session == null || request.getUserPrincipal() == null ? fresh() : kept(session);
    }

    /** Whether that is the token of the request's session, compared in the same time however much of it is right. */
    static boolean isOf(HttpServletRequest request, String told) {
        return MessageDigest.isEqual(of(request).getBytes(UTF_8), told.getBytes(UTF_8));
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
