package org.sluis.platform.security;

import jakarta.servlet.http.HttpServletRequest;

/** Which requests are for files that are the same for everybody; nobody is signed in for them. */
final class StaticPath {

    private StaticPath() {}

    static boolean covers(HttpServletRequest request) {
        String path = request.getServletPath();
        return path.startsWith("/assets/") || path.startsWith("/webjars/");
    }
}
