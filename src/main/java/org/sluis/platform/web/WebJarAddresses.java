package org.sluis.platform.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.webjars.WebJarVersionLocator;

/** Where browser libraries are served, with their version in the address; views call it {@code assets}. */
@ApplicationScoped
public class WebJarAddresses {

    private final WebJarVersionLocator locator = new WebJarVersionLocator();
    private final Map<String, String> known = new ConcurrentHashMap<>();

    /** @throws IllegalArgumentException where the portal carries no such library */
    public String url(String webJar, String path) {
        return known.computeIfAbsent(
                webJar + "/" + path,
                key -> Optional.ofNullable(locator.path(webJar, path))
                        .map(versioned -> "/webjars/" + versioned)
                        .orElseThrow(() -> new IllegalArgumentException("no WebJar holds " + key)));
    }
}
