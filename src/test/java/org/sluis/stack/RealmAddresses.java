package org.sluis.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The addresses a stored realm was made for. Redirects and the issuer of every account contain them, so data made with
 * other ports is of no use.
 */
record RealmAddresses(StackSettings settings) {

    void requireUnchanged() throws IOException {
        Path file = settings.directory().resolve("keycloak").resolve("addresses");
        String now = settings.portalUrl() + " " + settings.keycloakUrl();
        if (!Files.exists(file)) {
            PrivateFiles.write(file, now);
            return;
        }
        String then = Files.readString(file);
        if (!then.equals(now)) {
            throw new StackException("the data in %s was made for %s, not %s: choose those ports, or begin anew with"
                            .formatted(settings.directory(), then, now)
                    + " -Ddemo.reset");
        }
    }
}
