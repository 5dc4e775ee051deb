package org.sluis.platform.security;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

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
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Cache-Control", "no-store");
        Optional<String> ended =
                Optional.ofNullable(request.getParameter("logout_token")).flatMap(tokens::endedSession);
        ended.ifPresent(tokenStatus::invalidate);
        response.setStatus(ended.isPresent() ? HttpServletResponse.SC_OK : HttpServletResponse.SC_BAD_REQUEST);
    }
}
