package org.sluis.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.annotation.Resource;
import jakarta.annotation.sql.DataSourceDefinition;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Path;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.security.KeyStore;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sluis.Pages;
import org.sluis.RestApi;
import org.sluis.Route;
import org.sluis.platform.config.Settings;
import org.sluis.platform.persistence.SluisDataSource;
import org.sluis.stack.InContainer;

/**
 * How many connections to the database a request needs: one at a time. All others of the pool are taken away, so that a
 * request which asks for a second while it holds the first waits in vain and fails.
 */
@InContainer(with = {Route.class, Visitor.class, CookieJar.class})
class ConnectionsInContainerIT {

    private static final List<String> ACCOUNTS = List.of("client-a1", "inspector-1", "admin", "dpo");

    /** What the pool holds at the most, by its definition. */
    private static final int POOL =
            SluisDataSource.class.getAnnotation(DataSourceDefinition.class).maxPoolSize();

    @Inject
    Settings settings;

    @Inject
    Pool pool;

    private final List<Connection> taken = new ArrayList<>();

    @BeforeEach
    void leaveOneConnection() throws SQLException {
        while (taken.size() < POOL - 1) {
            taken.add(pool.connection());
        }
    }

    @AfterEach
    void giveBack() throws SQLException {
        for (Connection connection : taken) {
            connection.close();
        }
    }

    @Test
    void everyEndpointOfTheApiNeedsOneForEveryRole() throws Exception {
        HttpClient http = HttpClient.newBuilder().sslContext(trust()).build();
        for (String account : ACCOUNTS) {
            String token = token(account);
            for (Route route : routes(new RestApi().getClasses(), "/api/")) {
                HttpResponse<Void> answer = http.send(request(route, "Bearer " + token), BodyHandlers.discarding());
                assertThat(answer.statusCode())
                        .as(route.address() + " as " + account)
                        .isLessThan(500);
            }
        }
    }

    @Test
    void everyPageNeedsOneForEveryRole() throws Exception {
        for (String account : ACCOUNTS) {
            Visitor visitor = new Visitor(settings.publicUrl(), trust());
            visitor.signIn(account);
            for (Route route : routes(new Pages().getClasses(), "/portal/")) {
                if (route.verb().equals("GET")) {
                    assertThat(visitor.get(address(route)).statusCode())
                            .as(route.address() + " as " + account)
                            .isLessThan(500);
                }
            }
        }
    }

    /** The portal's own. */
    @ApplicationScoped
    public static class Pool {

        @Resource(lookup = SluisDataSource.NAME)
        DataSource database;

        public Connection connection() throws SQLException {
            return database.getConnection();
        }
    }

    private static Set<Route> routes(Set<Class<?>> answering, String root) {
        return answering.stream()
                .filter(type -> type.isAnnotationPresent(Path.class))
                .flatMap(type -> Route.of(root, type))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private HttpRequest request(Route route, String authorization) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        settings.publicUrl().resolve(address(route)))
                .header("Authorization", authorization);
        return switch (route.verb()) {
            case "POST" ->
                request.header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body(route)))
                        .build();
            case "PATCH" ->
                request.header("Content-Type", "application/merge-patch+json")
                        .method("PATCH", BodyPublishers.ofString("{}"))
                        .build();
            default -> request.method(route.verb(), BodyPublishers.noBody()).build();
        };
    }

    /** What gets past the reading of the body, to the refusals behind it. */
    private static String body(Route route) {
        UUID nothing = UUID.randomUUID();
        if (route.path().endsWith("/archive")) {
            return "{\"ids\":[\"%s\"]}".formatted(nothing);
        }
        if (route.path().endsWith("/grants")) {
            return "{\"principal\":{\"type\":\"PERSON\",\"id\":\"%s\"},\"right\":\"DOWNLOAD\",\"purpose\":\"x\"}"
                    .formatted(nothing);
        }
        return "{\"reason\":\"it is time\"}";
    }

    private static String address(Route route) {
        return route.path().replaceAll("\\{[^}]+}", UUID.randomUUID().toString());
    }

    private String token(String account) throws Exception {
        String fields = "grant_type=password&client_id=sluis-demo&client_secret=%s&username=%2$s&password=%2$s"
                .formatted(ConfigProvider.getConfig().getValue("test.client-secret", String.class), account);
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(settings.oidc().issuer() + "/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(fields))
                .build();
        String answer = HttpClient.newHttpClient()
                .send(request, BodyHandlers.ofString())
                .body();
        return new ObjectMapper().readTree(answer).path("access_token").asText();
    }

    /** Trust in the certificate of the very server this runs in. */
    private static SSLContext trust() throws Exception {
        KeyStore own = KeyStore.getInstance("PKCS12");
        char[] password = told("javax.net.ssl.keyStorePassword").toCharArray();
        try (InputStream file = Files.newInputStream(java.nio.file.Path.of(told("javax.net.ssl.keyStore")))) {
            own.load(file, password);
        }
        TrustManagerFactory trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trusted.init(own);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trusted.getTrustManagers(), null);
        return context;
    }

    private static String told(String property) {
        return ConfigProvider.getConfig().getValue(property, String.class);
    }
}
