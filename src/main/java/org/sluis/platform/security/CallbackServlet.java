package org.sluis.platform.security;

import com.nimbusds.oauth2.sdk.AuthorizationResponse;
import com.nimbusds.oauth2.sdk.ParseException;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.util.Optional;
import org.sluis.kernel.Problem;
import org.sluis.platform.config.Settings;

/** {@code GET /callback}: the realm's answer. Only one this browser asked for, and only once, signs in. */
@WebServlet(CallbackServlet.PATH)
public class CallbackServlet extends HttpServlet {

    static final String PATH = "/callback";

    private static final Logger LOG = System.getLogger(CallbackServlet.class.getName());
    private static final long serialVersionUID = 1L;

    @Inject
    private transient Settings settings;

    @Inject
    private transient IdentityProvider provider;

    @Inject
    private transient PendingSignIns pending;

    @Inject
    private transient BrowserSession session;

    @Inject
    private transient CallerDirectory directory;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<PendingSignIn> asked = pending.take(request, response, request.getParameter("state"));
        if (asked.isEmpty()) {
            Refusal.send(request, response, Problem.SIGN_IN_EXPIRED);
            return;
        }
        try {
            Optional<SignedIn> signedIn = redeemed(request, asked.get());
            if (signedIn.isEmpty()) {
                Refusal.send(request, response, Problem.SIGN_IN_EXPIRED);
                return;
            }
            if (provider.isTooWeak(signedIn.get())) {
                session.endAtTheRealm(signedIn.get());
                Refusal.send(request, response, Problem.SECOND_FACTOR_MISSING);
                return;
            }
            session.begin(request, signedIn.get());
            note(request, signedIn.get());
            response.sendRedirect(asked.get().destination());
        } catch (IOException away) {
            LOG.log(Level.WARNING, "A sign-in could not be completed: {0}", away.toString());
            Refusal.send(request, response, Problem.UNAVAILABLE);
        }
    }

    /** Nobody is kept out because it cannot be written down that they came in. */
    private void note(HttpServletRequest request, SignedIn signedIn) {
        try {
            directory.signedIn(provider.identity(signedIn), Optional.ofNullable(request.getRemoteAddr()));
        } catch (RuntimeException unwritten) {
            LOG.log(Level.WARNING, "A sign-in was not noted", unwritten);
        }
    }

    private Optional<SignedIn> redeemed(HttpServletRequest request, PendingSignIn asked) throws IOException {
        try {
            AuthorizationResponse answer = AuthorizationResponse.parse(
                    URI.create(settings.publicUrl() + PATH + "?" + request.getQueryString()));
            if (!answer.indicatesSuccess() || !provider.isIssuer(answer.getIssuer())) {
                return Optional.empty();
            }
            return provider.redeem(asked, answer.toSuccessResponse().getAuthorizationCode());
        } catch (ParseException | IllegalArgumentException garbled) {
            return Optional.empty();
        }
    }
}
