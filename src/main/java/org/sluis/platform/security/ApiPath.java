package org.sluis.platform.security;

import jakarta.servlet.http.HttpServletRequest;

/** Which requests belong to the REST API: those the container itself maps below {@code /api}. */
public final class ApiPath {

    private ApiPath() {}

    public static boolean covers(HttpServletRequest request) {
        return isBelow(request.getServletPath()) || isBelow(request.getRequestURI());
    }

    /** The same for an address without query. */
    public static boolean isBelow(String path) {
        return path.equals("/api") || path.startsWith("/api/");
    }
}
