package org.sluis.platform.config;

import java.util.Arrays;
import java.util.Optional;
import java.util.Properties;
import org.postgresql.Driver;
import org.postgresql.PGProperty;

/** What a JDBC address of PostgreSQL says of the way there, as the driver itself reads it. */
final class DatabaseAddress {

    private static final String UNPROVEN = "NonValidatingFactory";

    private DatabaseAddress() {}

    /** What speaks against it, where something does. */
    static Optional<String> complaint(String url) {
        Properties parts = Driver.parseURL(url, new Properties());
        if (parts == null) {
            return Optional.of("is not an address such as jdbc:postgresql://db.example.org/sluis?sslmode=verify-full");
        }
        boolean proven = "verify-full".equals(PGProperty.SSL_MODE.getOrDefault(parts))
                && !String.valueOf(PGProperty.SSL_FACTORY.getOrDefault(parts)).endsWith(UNPROVEN);
        return proven || isLoopback(parts)
                ? Optional.empty()
                : Optional.of("must end on this machine or say sslmode=verify-full");
    }

    private static boolean isLoopback(Properties parts) {
        String hosts = String.valueOf(PGProperty.PG_HOST.getOrDefault(parts));
        return Arrays.stream(hosts.split(",", -1)).allMatch(Loopback::is);
    }
}
