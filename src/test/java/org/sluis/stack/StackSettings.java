package org.sluis.stack;

import java.io.IOException;
import java.nio.file.Path;

/**
 * What a stack is made from and where it lives.
 *
 * @param directory everything this stack writes
 * @param ports where it listens
 * @param payara the server's JAR
 * @param keycloak the archive Keycloak is unpacked from
 * @param keycloakVersion its version, which names its folder in the cache
 * @param war the portal
 * @param realm the realm file as an operator would import it
 * @param themes the looks of the realm's pages
 * @param cache what is worth keeping between builds
 */
public record StackSettings(
        Path directory,
        Ports ports,
        Path payara,
        Path keycloak,
        String keycloakVersion,
        Path war,
        Path realm,
        Path themes,
        Path cache) {

    /** The settings the build hands over as system properties {@code sluis.stack.*}. */
    public static StackSettings of(Path directory, Ports ports) throws IOException {
        Path parts = Path.of(required("sluis.stack.directory"));
        String version = required("sluis.stack.keycloak");
        return new StackSettings(
                PrivateFiles.directory(directory).toRealPath(),
                ports,
                parts.resolve("payara-micro.jar").toAbsolutePath(),
                parts.resolve("keycloak-" + version + ".zip").toAbsolutePath(),
                version,
                Path.of(required("sluis.stack.war")).toAbsolutePath(),
                Path.of(required("sluis.stack.realm")).toAbsolutePath(),
                Path.of(required("sluis.stack.themes")).toAbsolutePath(),
                cacheFolder());
    }

    /** The settings of a second portal on the same parts, in a folder of its own. */
    StackSettings beside(String name, Ports own) {
        Ports both = new Ports(
                own.https(),
                own.http(),
                own.operator(),
                ports.keycloak(),
                ports.database(),
                ports.clamd(),
                ports.smtp(),
                ports.imap());
        return new StackSettings(
                directory.resolve(name), both, payara, keycloak, keycloakVersion, war, realm, themes, cache);
    }

    /** Where people and the portal's own links reach the portal. */
    public String portalUrl() {
        return "https://localhost:" + ports.https();
    }

    public String keycloakUrl() {
        return "http://localhost:" + ports.keycloak();
    }

    /** The issuer in every token. */
    public String issuer() {
        return keycloakUrl() + "/realms/" + RealmFile.REALM;
    }

    private static Path cacheFolder() {
        String chosen = System.getProperty("sluis.stack.cache", "");
        return chosen.isBlank()
                ? Path.of(System.getProperty("user.home"), ".cache", "sluis")
                : Path.of(chosen).toAbsolutePath();
    }

    private static String required(String name) {
        String value = System.getProperty(name, "");
        if (value.isBlank()) {
            throw new StackException(name + " is not set; the stack is started by Maven");
        }
        return value;
    }
}
