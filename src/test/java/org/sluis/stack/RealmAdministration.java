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

    private String id(String account) {
        JsonNode found = send("GET", "/users?exact=true&username=" + URLEncoder.encode(account, UTF_8), "");
        return found.path(0).path("id").asText();
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
