package org.sluis.platform.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Locale;
import java.util.Optional;
import org.sluis.platform.security.ApiPath;
import org.sluis.platform.security.CurrentCaller;

/** In which language the running request is answered: a page in its reader's own, the API in the one that is asked for. */
@ApplicationScoped
public class ReaderLanguage {

    @Inject
    HttpServletRequest request;

    @Inject
    CurrentCaller caller;

    public Locale get() {
        boolean program = ApiPath.isBelow(String.valueOf(request.getRequestURI()));
        return Languages.chosen(
                program ? Optional.empty() : caller.language().or(() -> Languages.chosen(request)),
                request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
    }
}
