package org.sluis.platform.security;

import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.Nonce;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.Optional;
import org.sluis.kernel.Problem;
import org.sluis.platform.web.Languages;

/**
 * {@code GET /sign-in?to=…} sends the browser to the realm; who is signed in already goes on at once, but for
 * {@code change=password}, {@code codes} or {@code key}, which the realm's pages do. No session is made.
 */
@WebServlet(SignInServlet.PATH)
public class SignInServlet extends HttpServlet {

    static final String PATH = "/sign-in";

    private static final Logger LOG = System.getLogger(SignInServlet.class.getName());
    private static final long serialVersionUID = 1L;

    @Inject
    private transient IdentityProvider provider;

    @Inject
    private transient PendingSignIns pending;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String destination = Destination.of(request.getParameter("to"));
        Optional<AccountStep> step = AccountStep.of(request.getParameter("change"));
        if (request.getUserPrincipal() != null && step.isEmpty()) {
            response.sendRedirect(destination);
            return;
        }
        PendingSignIn begun = new PendingSignIn(
                Instant.now(),
                new State().getValue(),
                new Nonce().getValue(),
                new CodeVerifier().getValue(),
                destination);
        try {
            String address =
                    provider.signIn(begun, Languages.chosen(request), step).toString();
            pending.keep(request, response, begun);
            response.sendRedirect(address);
        } catch (IOException away) {
            LOG.log(Level.WARNING, "Nobody can sign in: {0}", away.toString());
            Refusal.send(request, response, Problem.UNAVAILABLE);
        }
    }
}
