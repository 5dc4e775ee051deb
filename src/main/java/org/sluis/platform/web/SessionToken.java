package org.sluis.platform.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import org.sluis.platform.security.CookieSeal;

/**
 * The secret that pages of a session carry and every changing request must repeat, so that no other site can make a
 * browser act in its person's name (ASVS 3.5.1). Whoever is not signed in has nothing to protect, and what such a visitor
 * is given is not kept. It is random, with the account it was given to sealed into it: so a page of an earlier session can
 * be told from a forged one, although it opens nothing.
 */
@ApplicationScoped
class SessionToken {

    /** The field of a form that carries the token. */
    static final String FIELD = "_csrf";

    /** The header that carries it where the body is not a plain form. */
    static final String HEADER = "X-CSRF-TOKEN";

    private static final String ATTRIBUTE = SessionToken.class.getName();
    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    @Inject
    CookieSeal seal;

    /** The token of the request's session, made at its first use. */
    String of(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session == null || request.getUserPrincipal() == null
                ? fresh("")
                : kept(session, request.getUserPrincipal().getName());
    }

    /** Whether that is the token of the request's session, compared in the same time however much of it is right. */
    boolean isOf(HttpServletRequest request, String told) {
        return MessageDigest.isEqual(of(request).getBytes(UTF_8), told.getBytes(UTF_8));
    }

    /** Whether that was given to pages of whoever is signed in now, in whichever session. */
    boolean wasOf(HttpServletRequest request, String told) {
        return request.getUserPrincipal() != null
                && seal.open(ATTRIBUTE, told)
                        .map(content -> new String(content, BYTES, content.length - BYTES, UTF_8))
                        .filter(request.getUserPrincipal().getName()::equals)
                        .isPresent();
    }

    /** Two first requests of a session at once must get the same token. */
    private synchronized String kept(HttpSession session, String subject) {
        if (session.getAttribute(ATTRIBUTE) instanceof String token) {
            return token;
        }
        String token = fresh(subject);
        session.setAttribute(ATTRIBUTE, token);
        return token;
    }

    private String fresh(String subject) {
        byte[] random = new byte[BYTES];
        RANDOM.nextBytes(random);
        byte[] account = subject.getBytes(UTF_8);
        byte[] content = Arrays.copyOf(random, BYTES + account.length);
        System.arraycopy(account, 0, content, BYTES, account.length);
        return seal.seal(ATTRIBUTE, content);
    }
}
