package org.sluis.stack;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.jboss.arquillian.config.descriptor.api.ContainerDef;

/**
 * The server that tests run inside of. It stands beside the stack's portal and uses the stack's parts, with a database,
 * a store and ports of its own, so that neither takes the other's work.
 */
final class ContainerServer {
    private static final String NAME = "container";
    private static final String PROTOCOL = "Servlet 5.0";

    /** By which tests inside the server get tokens: of the client that only demonstration and tests have. */
    private static final String CLIENT_SECRET = "test.client-secret";

    private final ServerLaunch launch;
    private final Certificate certificate;

    ContainerServer(Stack stack) throws IOException, SQLException {
        StackSettings settings = stack.settings().beside(NAME, Ports.free());
        Secrets secrets = new Secrets(stack.settings().directory().resolve("secrets"));
        String database = Database.PORTAL + '_' + NAME;
        stack.database().createPortalDatabase(database);
        certificate = Certificate.ofPortal(settings, secrets);
        launch = new ServerLaunch(
                settings,
                new PortalConfiguration(
                        settings,
                        secrets,
                        certificate,
                        database,
                        Map.of(CLIENT_SECRET, stack.tokens().clientSecret())),
                settings.directory());
        new RealmAdministration(stack).allowReturnTo(settings.portalUrl() + "/callback");
    }

    /** Tells Arquillian how to start the server and where to reach it. */
    void describe(ContainerDef container) throws IOException, InterruptedException {
        certificate.makeOnce();
        PrivateFiles.directory(launch.configuration().storage());
        container
                .property("microJar", launch.settings().payara().toString())
                .property("cmdOptions", line(launch.machine()))
                .property("extraMicroOptions", line(launch.server()))
                .property("randomHttpPort", "false")
                .property("autoBindHttp", "false")
                .property("outputToConsole", "false");
        container
                .protocol(PROTOCOL)
                .property("host", "127.0.0.1")
                .property("port", Integer.toString(launch.settings().ports().http()));
    }

    private static String line(Collection<String> options) {
        return options.stream().map(option -> option.replace(" ", "\\ ")).collect(Collectors.joining(" "));
    }
}
