package org.sluis.stack;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The portal's settings in the stack, and the server's.
 *
 * @param database the name of the portal's database
 * @param otherwise settings that differ from the stack's
 */
record PortalConfiguration(
        StackSettings settings,
        Secrets secrets,
        Certificate certificate,
        String database,
        Map<String, String> otherwise) {

    PortalConfiguration {
        otherwise = Map.copyOf(otherwise);
    }

    /** Where the portal keeps the bytes of documents. */
    Path storage() {
        return settings.directory().resolve("storage");
    }

    /** The portal's {@code sluis.*} settings and the server's key store, in the form of a properties file. */
    String properties() throws IOException {
        Properties properties = new Properties();
        properties.putAll(portal());
        properties.putAll(otherwise);
        properties.putAll(Map.of(
                "javax.net.ssl.keyStore", certificate.file().toString(),
                "javax.net.ssl.keyStorePassword", certificate.password(),
                "javax.net.ssl.keyStoreType", "PKCS12"));
        StringWriter written = new StringWriter();
        properties.store(written, null);
        return written.toString();
    }

    /**
     * What the server is told before it starts: listen on the loopback address only, offer nothing older than TLS 1.2
     * (its 1.0 and 1.1 switches are gone, Java refuses both), keep back half a megabyte of an answer at most for a reader
     * who does not read (four times the buffer), and a third listener for the operator.
     */
    String commands() {
        return """
                set %1$s.network-listeners.network-listener.http-listener.address=127.0.0.1
                set %1$s.network-listeners.network-listener.https-listener.address=127.0.0.1
                set %1$s.protocols.protocol.http-listener.http.redirect-port=%2$d
                set %1$s.protocols.protocol.https-listener.ssl.cert-nickname=%3$s
                set %1$s.protocols.protocol.https-listener.ssl.tls12-enabled=true
                set %1$s.protocols.protocol.https-listener.ssl.tls13-enabled=true
                set %1$s.protocols.protocol.https-listener.http.http2-enabled=false
                set %1$s.transports.transport.tcp.socket-write-buffer-size=131072
                set configs.config.server-config.thread-pools.thread-pool.http-thread-pool.max-thread-pool-size=300
                set configs.config.server-config.hazelcast-config-specific-configuration.enabled=false
                create-protocol operator
                create-http --default-virtual-server server operator
                %5$s
                create-network-listener --address 127.0.0.1 --listenerport %4$d --protocol operator operator
                """.formatted(
                        "configs.config.server-config.network-config",
                        settings.ports().https(),
                        Certificate.ALIAS,
                        settings.ports().operator(),
                        nameless());
    }

    /** No answer says what it was made with. */
    private static String nameless() {
        return Stream.of("http-listener", "https-listener", "operator")
                .map("configs.config.server-config.network-config.protocols.protocol.%s.http"::formatted)
                .map(http -> "set %1$s.server-header=false%nset %1$s.xpowered-by=false".formatted(http))
                .collect(Collectors.joining(System.lineSeparator()));
    }

    private Map<String, String> portal() {
        return Map.ofEntries(
                Map.entry("sluis.public-url", settings.portalUrl()),
                Map.entry(
                        "sluis.database.url",
                        "jdbc:postgresql://localhost:%d/%s"
                                .formatted(settings.ports().database(), database)),
                Map.entry("sluis.database.user", Database.APPLICATION),
                Map.entry("sluis.database.password", secrets.password(Database.APPLICATION)),
                Map.entry("sluis.database.owner-user", Database.OWNER),
                Map.entry("sluis.database.owner-password", secrets.password(Database.OWNER)),
                Map.entry("sluis.oidc.issuer", settings.issuer()),
                Map.entry("sluis.oidc.client-id", RealmFile.PORTAL_CLIENT),
                Map.entry("sluis.oidc.client-secret", secrets.password(RealmFile.PORTAL_CLIENT)),
                Map.entry("sluis.oidc.audience", "sluis-api"),
                Map.entry("sluis.oidc.employee-acr", "none"),
                Map.entry("sluis.directory.client-id", RealmFile.DIRECTORY_CLIENT),
                Map.entry("sluis.directory.client-secret", secrets.password(RealmFile.DIRECTORY_CLIENT)),
                Map.entry("sluis.blob.directory", storage().toString()),
                Map.entry(
                        "sluis.blob.master-key-file",
                        secrets.keyFile("master-key").toString()),
                Map.entry(
                        "sluis.scanner.addresses",
                        Clamd.HOST + ":" + settings.ports().clamd()),
                Map.entry("sluis.blob.verification-pace", "1000000000"),
                Map.entry("sluis.mail.host", "127.0.0.1"),
                Map.entry("sluis.mail.port", Integer.toString(settings.ports().smtp())),
                Map.entry("sluis.mail.security", "none"),
                Map.entry("sluis.mail.from", "sluis@localhost"),
                Map.entry(
                        "sluis.operator.port", Integer.toString(settings.ports().operator())));
    }
}
