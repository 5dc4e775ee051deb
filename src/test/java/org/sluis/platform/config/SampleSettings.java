package org.sluis.platform.config;

import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Settings as an operator might write them, for tests that need some. */
public final class SampleSettings {

    private SampleSettings() {}

    /** Exactly the keys without a default; a copy of one's own. */
    static Map<String, String> required() {
        return new HashMap<>(Map.ofEntries(
                Map.entry("sluis.public-url", "https://portal.example.org/"),
                Map.entry("sluis.database.url", "jdbc:postgresql://db/sluis?sslmode=verify-full"),
                Map.entry("sluis.database.user", "app"),
                Map.entry("sluis.database.password", "secret"),
                Map.entry("sluis.database.owner-user", "owner"),
                Map.entry("sluis.database.owner-password", "secret"),
                Map.entry("sluis.oidc.issuer", "https://login.example.org/realms/sluis"),
                Map.entry("sluis.oidc.client-id", "portal"),
                Map.entry("sluis.oidc.client-secret", "secret"),
                Map.entry("sluis.oidc.audience", "sluis-api"),
                Map.entry("sluis.directory.client-id", "directory"),
                Map.entry("sluis.directory.client-secret", "secret"),
                Map.entry("sluis.blob.directory", "/var/lib/sluis"),
                Map.entry("sluis.blob.master-key", Base64.getEncoder().encodeToString(new byte[32])),
                Map.entry("sluis.scanner.addresses", "localhost:3310"),
                Map.entry("sluis.mail.host", "mail.example.org"),
                Map.entry("sluis.mail.from", "sluis@example.org"),
                Map.entry("sluis.operator.port", "8090")));
    }

    /** The required ones, some of them changed or joined. */
    public static Settings with(Map<String, String> changes) {
        Map<String, String> values = required();
        values.putAll(changes);
        return new SettingsReader(key -> Optional.ofNullable(values.get(key))).read();
    }
}
