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
import org.sluis.kernel.Problem;

/** {@code GET /sign-in?to=…} sends the browser to the realm; who is signed in already goes on at once. No session is made. */
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
        if (request.getUserPrincipal() != null) {
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
            String address = provider.signIn(begun).toString();
            pending.keep(request, response, begun);
            response.sendRedirect(address);
        } catch (IOException away) {
            LOG.log(Level.WARNING, "Nobody can sign in: {0}", away.toString());
            Refusal.send(request, response, Problem.UNAVAILABLE);
        }
    }
}
