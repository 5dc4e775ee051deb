package org.sluis.platform.security;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.sluis.kernel.ProblemException;
import org.sluis.platform.bodies.SentForm;

/**
 * {@code POST /back-channel-logout}: the realm says that a session has ended (OpenID Connect Back-Channel Logout 1.0).
 * A forged or repeated message is answered 400 and changes nothing.
 */
@WebServlet(BackChannelLogoutServlet.PATH)
public class BackChannelLogoutServlet extends HttpServlet {

    static final String PATH = "/back-channel-logout";

    private static final long serialVersionUID = 1L;

    @Inject
    private transient LogoutTokens tokens;

    @Inject
    private transient TokenStatusCache tokenStatus;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) {
        response.setHeader("Cache-Control", "no-store");
        try {
            Optional<String> ended =
                    SentForm.read(request).value("logout_token").flatMap(tokens::endedSession);
            ended.ifPresent(tokenStatus::invalidate);
            response.setStatus(ended.isPresent() ? HttpServletResponse.SC_OK : HttpServletResponse.SC_BAD_REQUEST);
        } catch (ProblemException refused) {
            response.setHeader("Connection", "close");
            response.setStatus(refused.problem().status());
        }
    }
}
