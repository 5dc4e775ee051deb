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
import java.util.List;

/** What an administrator does in Keycloak's own console, without the portal knowing. */
public final class RealmAdministration {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Stack stack;

    public RealmAdministration(Stack stack) {
        this.stack = stack;
    }

    public void enable(String account, boolean enabled) {
        send("PUT", "/users/" + id(account), "{\"enabled\":%b}".formatted(enabled));
    }

    public void addRole(String account, String role) {
        send("POST", "/users/%s/role-mappings/realm".formatted(id(account)), "[" + role(role) + "]");
    }

    public void removeRole(String account, String role) {
        send("DELETE", "/users/%s/role-mappings/realm".formatted(id(account)), "[" + role(role) + "]");
    }

    /** Ends all sessions of the account. */
    public void signOut(String account) {
        send("POST", "/users/%s/logout".formatted(id(account)), "");
    }

    /** A new account that can sign in with its name as password. */
    public void create(String account) {
        send("POST", "/users", """
                {"username":"%1$s","email":"%1$s","firstName":"Made","lastName":"There","enabled":true}
                """.formatted(account));
        welcome(account);
    }

    /** As if the person had done everything that is asked at the first sign-in; the password equals the name. */
    public void welcome(String account) {
        String user = "/users/" + id(account);
        send("PUT", user, "{\"emailVerified\":true,\"requiredActions\":[]}");
        send("PUT", user + "/reset-password", "{\"type\":\"password\",\"value\":\"%s\"}".formatted(account));
    }

    /** Gives the account a second factor, as if the person had set one up. */
    public void enrol(String account) {
        send("PUT", "/users/" + id(account), """
                {"credentials":[{"type":"otp","secretData":"{\\"value\\":\\"a secret of twenty signs\\"}",
                 "credentialData":"{\\"subType\\":\\"totp\\",\\"digits\\":6,\\"counter\\":0,\\"period\\":30,\\"algorithm\\":\\"HmacSHA1\\"}"}]}
                """);
    }

    public void delete(String account) {
        send("DELETE", "/users/" + id(account), "");
    }

    /** The account, in Keycloak's own words; missing where there is none. */
    public JsonNode find(String account) {
        return send("GET", "/users?exact=true&username=" + URLEncoder.encode(account, UTF_8), "")
                .path(0);
    }

    /** The kinds of credentials the account has. */
    public List<String> credentials(String account) {
        return send("GET", "/users/%s/credentials".formatted(id(account)), "").findValuesAsText("type");
    }

    private String id(String account) {
        return find(account).path("id").asText();
    }

    private JsonNode role(String name) {
        return send("GET", "/roles/" + URLEncoder.encode(name, UTF_8), "");
    }

    private JsonNode send(String method, String path, String json) {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(stack.settings().keycloakUrl() + "/admin/realms/" + RealmFile.REALM + path))
                .header("Authorization", "Bearer " + stack.tokens().ofKeycloakAdministrator())
                .header("Content-Type", "application/json")
                .method(method, json.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(json))
                .build();
        try {
            HttpResponse<String> answer = Http.CLIENT.send(request, BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new StackException("the realm answered %d: %s".formatted(answer.statusCode(), answer.body()));
            }
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new StackException("the realm could not be changed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackException("the realm could not be changed", e);
        }
    }
}
