package org.sluis.stack;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;

/** Access tokens as a program with the test client gets them: by name and password, which only this client may. */
public final class Tokens {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final int TRIES = 5;

    private final StackSettings settings;
    private final Secrets secrets;

    Tokens(StackSettings settings, Secrets secrets) {
        this.settings = settings;
        this.secrets = secrets;
    }

    /** A fresh access token of a demonstration account, whose password equals its name. */
    public String of(String account) {
        return accessToken(answer(account));
    }

    /** The whole answer: {@code access_token}, {@code id_token}, {@code refresh_token}, {@code expires_in}. */
    public JsonNode answer(String account) {
        return request(
                RealmFile.REALM,
                Map.of(
                        "client_id",
                        RealmFile.DEMO_CLIENT,
                        "client_secret",
                        clientSecret(),
                        "username",
                        account,
                        "password",
                        account,
                        "scope",
                        "openid"));
    }

    /** The same for a client without a secret, which is not the portal's. */
    public JsonNode answer(String client, String account) {
        return request(
                RealmFile.REALM,
                Map.of("client_id", client, "username", account, "password", account, "scope", "openid"));
    }

    /** A token for Keycloak's own administration, for tests that disable or change accounts. */
    public String ofKeycloakAdministrator() {
        return accessToken(request(
                "master",
                Map.of(
                        "client_id",
                        "admin-cli",
                        "username",
                        Keycloak.ADMINISTRATOR,
                        "password",
                        secrets.password(Keycloak.ADMINISTRATOR))));
    }

    String clientSecret() {
        return secrets.password(RealmFile.DEMO_CLIENT);
    }

    String directorySecret() {
        return secrets.password(RealmFile.DIRECTORY_CLIENT);
    }

    private JsonNode request(String realm, Map<String, String> form) {
        String fields = form.entrySet().stream()
                .map(Tokens::field)
                .collect(Collectors.joining("&", "grant_type=password&", ""));
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(settings.keycloakUrl() + "/realms/" + realm + "/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(fields))
                .build();
        HttpResponse<String> response = answered(request);
        if (response.statusCode() != 200) {
            throw new StackException("no token: " + response.body());
        }
        try {
            return JSON.readTree(response.body());
        } catch (IOException e) {
            throw new StackException("no token", e);
        }
    }

    /** The realm may refuse a sign-in for a moment while it still counts the one before, of the same account. */
    private static HttpResponse<String> answered(HttpRequest request) {
        List<HttpResponse<String>> answers = new ArrayList<>();
        Awaitility.await()
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(300))
                .atMost(Duration.ofMinutes(3))
                .until(() -> {
                    answers.add(send(request));
                    HttpResponse<String> last = answers.get(answers.size() - 1);
                    return answers.size() == TRIES || !last.body().contains("Invalid user credentials");
                });
        return answers.get(answers.size() - 1);
    }

    private static HttpResponse<String> send(HttpRequest request) {
        try {
            return Http.CLIENT.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new StackException("no token", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackException("no token", e);
        }
    }

    private static String accessToken(JsonNode answer) {
        return answer.path("access_token").asText();
    }

    private static String field(Map.Entry<String, String> entry) {
        return URLEncoder.encode(entry.getKey(), UTF_8) + "=" + URLEncoder.encode(entry.getValue(), UTF_8);
    }
}
