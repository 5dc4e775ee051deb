package org.sluis.platform.security;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** {@code POST /sign-out} ends the session here, then at the realm. */
@WebServlet(SignOutServlet.PATH)
public class SignOutServlet extends HttpServlet {

    static final String PATH = "/sign-out";

    private static final Logger LOG = System.getLogger(SignOutServlet.class.getName());
    private static final long serialVersionUID = 1L;

    @Inject
    private transient BrowserSession session;

    @Inject
    private transient IdentityProvider provider;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        session.end(request).ifPresent(this::endAtRealm);
        response.setHeader("Clear-Site-Data", "\"cache\", \"storage\"");
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", "/");
    }

    private void endAtRealm(SignedIn ended) {
        try {
            provider.end(ended);
        } catch (IOException away) {
            LOG.log(Level.WARNING, "A sign-out did not reach the realm: {0}", away.toString());
        }
    }
}
