package org.sluis.platform.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.webjars.WebJarVersionLocator;

/** Where browser libraries and the portal's own assets are served, each with its version in the address; views call it {@code assets}. */
@ApplicationScoped
public class AssetAddresses {

    @Inject
    StaticFiles files;

    private final WebJarVersionLocator locator = new WebJarVersionLocator();
    private final Map<String, String> known = new ConcurrentHashMap<>();

    /** @param path of one of the portal's own, such as {@code css/sluis.css} */
    public String own(String path) {
        return files.address(path);
    }

    /** @throws IllegalArgumentException where the portal carries no such library */
    public String url(String webJar, String path) {
        return known.computeIfAbsent(
                webJar + "/" + path,
                key -> Optional.ofNullable(locator.path(webJar, path))
                        .map(versioned -> "/webjars/" + versioned)
                        .orElseThrow(() -> new IllegalArgumentException("no WebJar holds " + key)));
    }
}
