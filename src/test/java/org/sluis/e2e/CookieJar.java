package org.sluis.e2e;

import java.net.HttpCookie;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Cookies by site. Loopback counts as secure without TLS, as in browsers. */
final class CookieJar {

    private final Map<String, Map<String, String>> sites = new LinkedHashMap<>();

    void keep(URI from, List<String> headers) {
        for (String header : headers) {
            HttpCookie cookie = HttpCookie.parse(header).get(0);
            if (cookie.getMaxAge() == 0) {
                site(from).remove(cookie.getName());
            } else {
                site(from).put(cookie.getName(), cookie.getValue());
            }
        }
    }

    String header(URI to) {
        return site(to).entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }

    Optional<String> value(URI of, String name) {
        return Optional.ofNullable(site(of).get(name));
    }

    void plant(URI at, String name, String value) {
        site(at).put(name, value);
    }

    private Map<String, String> site(URI address) {
        return sites.computeIfAbsent(address.getAuthority(), unused -> new LinkedHashMap<>());
    }
}
