package org.sluis.stack;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** What an administrator does in Keycloak's own console, without the portal knowing. */
public final class RealmAdministration {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String KEY_PROVIDER = "org.keycloak.keys.KeyProvider";

    private final Stack stack;
    private final String realm;

    /** In the portal's realm. */
    public RealmAdministration(Stack stack) {
        this(stack, RealmFile.REALM);
    }

    RealmAdministration(Stack stack, String realm) {
        this.stack = stack;
        this.realm = realm;
    }

    /** Imports this realm. */
    void begin(JsonNode file) {
        call("POST", "", file.toString());
    }

    /** Removes this realm with everything in it. */
    void end() {
        send("DELETE", "", "");
    }

    public void addAccount(String name, String password, String role) {
        ObjectNode account = JSON.createObjectNode()
                .put("username", name)
                .put("enabled", true)
                .put("email", name + "@example.org")
                .put("emailVerified", true)
                .put("firstName", "Tester")
                .put("lastName", name);
        account.putArray("credentials").addObject().put("type", "password").put("value", password);
        send("POST", "/users", account.toString());
        addRole(name, role);
    }

    /** One that nobody has used yet, as an invitation makes it. */
    public void addUnused(String name, String address) {
        send("POST", "/users", """
                {"username":"%s","email":"%s","firstName":"Tester","lastName":"Unused","enabled":true}
                """.formatted(name, address));
    }

    public void removeAccount(String name) {
        send("DELETE", "/users/" + id(name), "");
    }

    public void enable(String account, boolean enabled) {
        send("PUT", "/users/" + id(account), "{\"enabled\":%b}".formatted(enabled));
    }

    public void addRole(String account, String role) {
        send("POST", "/users/%s/role-mappings/realm".formatted(id(account)), "[" + role(role) + "]");
    }

    public List<String> roles(String account) {
        return send("GET", "/users/%s/role-mappings/realm".formatted(id(account)), "")
                .findValuesAsText("name");
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

    /** Whether the realm's user profile takes an account that is called so; it is not kept. */
    public boolean takes(String familyName, String address) {
        String name = "tried-" + UUID.randomUUID();
        ObjectNode account = JSON.createObjectNode()
                .put("username", name)
                .put("email", address)
                .put("firstName", "Tried")
                .put("lastName", familyName);
        HttpResponse<String> answer = answer("POST", "/" + realm + "/users", account.toString());
        if (answer.statusCode() == 201) {
            delete(name);
            return true;
        }
        if (answer.statusCode() == 400) {
            return false;
        }
        throw refused(answer);
    }

    /** As if the person had done everything that is asked at the first sign-in; the password equals the name. */
    public void welcome(String account) {
        String user = "/users/" + id(account);
        send("PUT", user, "{\"emailVerified\":true,\"requiredActions\":[]}");
        send("PUT", user + "/reset-password", "{\"type\":\"password\",\"value\":\"%s\"}".formatted(account));
    }

    /** Another family name, and an address that nobody has verified. */
    public void rename(String account, String familyName, String address) {
        send(
                "PUT",
                "/users/" + id(account),
                "{\"lastName\":\"%s\",\"email\":\"%s\",\"emailVerified\":false}".formatted(familyName, address));
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

    /** The account of that subject, where there is one still. */
    public void forget(String subject) {
        HttpResponse<String> answer = answer("DELETE", "/" + realm + "/users/" + subject, "");
        if (answer.statusCode() != 204 && answer.statusCode() != 404) {
            throw refused(answer);
        }
    }

    /** The account of that address or user name, in Keycloak's own words; missing where there is none. */
    public JsonNode find(String account) {
        String label = account.contains("@") ? "email" : "username";
        return send("GET", "/users?exact=true&%s=%s".formatted(label, URLEncoder.encode(account, UTF_8)), "")
                .path(0);
    }

    /** The kinds of credentials the account has. */
    public List<String> credentials(String account) {
        return send("GET", "/users/%s/credentials".formatted(id(account)), "").findValuesAsText("type");
    }

    /** The sessions of the account, by the identifier that tokens carry as {@code sid}. */
    public List<String> sessions(String account) {
        return send("GET", "/users/%s/sessions".formatted(id(account)), "").findValuesAsText("id");
    }

    /** Ends one session. */
    public void endSession(String session) {
        send("DELETE", "/sessions/" + session, "");
    }

    public void addClient(String json) {
        send("POST", "/clients", json);
    }

    public void removeClient(String client) {
        send("DELETE", "/clients/" + client(client).path("id").asText(), "");
    }

    /** Sets where the realm tells the portal of ended sessions, and says where that was before. */
    public String backChannelOfThePortal(String address) {
        ObjectNode portal = client(RealmFile.PORTAL_CLIENT);
        ObjectNode attributes = (ObjectNode) portal.path("attributes");
        String before = attributes.path("backchannel.logout.url").asText();
        attributes.put("backchannel.logout.url", address);
        change(portal);
        return before;
    }

    /** Lets a second portal have people sent back to it as well. */
    void allowReturnTo(String address) {
        ObjectNode portal = client(RealmFile.PORTAL_CLIENT);
        ((ArrayNode) portal.path("redirectUris")).add(address);
        change(portal);
    }

    void forbidReturnTo(String address) {
        ObjectNode portal = client(RealmFile.PORTAL_CLIENT);
        ((ArrayNode) portal.path("redirectUris"))
                .removeIf(allowed -> allowed.asText().equals(address));
        change(portal);
    }

    /** From now on tokens are signed with a new key; the old ones are still published. */
    public void addSigningKey() {
        int above = StreamSupport.stream(
                                send("GET", "/components?type=" + KEY_PROVIDER, "")
                                        .spliterator(),
                                false)
                        .mapToInt(key -> key.at("/config/priority/0").asInt())
                        .max()
                        .orElse(0)
                + 1;
        ObjectNode key = JSON.createObjectNode()
                .put("name", "rotated " + above)
                .put("providerId", "rsa-generated")
                .put("providerType", KEY_PROVIDER);
        key.putObject("config").putArray("priority").add(Integer.toString(above));
        send("POST", "/components", key.toString());
    }

    /** The keys that sign no more are not published any longer, so what they signed ends. */
    public void dropOldSigningKeys() {
        JsonNode active = send("GET", "/keys", "").at("/active/RS256");
        for (JsonNode key : send("GET", "/keys", "").path("keys")) {
            if (key.path("algorithm").asText().equals("RS256")
                    && !key.path("kid").equals(active)) {
                send("DELETE", "/components/" + key.path("providerId").asText(), "");
            }
        }
    }

    private ObjectNode client(String name) {
        return (ObjectNode) send("GET", "/clients?clientId=" + URLEncoder.encode(name, UTF_8), "")
                .path(0);
    }

    private void change(ObjectNode client) {
        send("PUT", "/clients/" + client.path("id").asText(), client.toString());
    }

    private String id(String account) {
        return find(account).path("id").asText();
    }

    private JsonNode role(String name) {
        return send("GET", "/roles/" + URLEncoder.encode(name, UTF_8), "");
    }

    private JsonNode send(String method, String path, String json) {
        return call(method, "/" + realm + path, json);
    }

    private JsonNode call(String method, String path, String json) {
        HttpResponse<String> answer = answer(method, path, json);
        if (answer.statusCode() >= 300) {
            throw refused(answer);
        }
        try {
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new StackException("the realm's answer could not be read", e);
        }
    }

    private HttpResponse<String> answer(String method, String path, String json) {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(stack.settings().keycloakUrl() + "/admin/realms" + path))
                .header("Authorization", "Bearer " + stack.tokens().ofKeycloakAdministrator())
                .header("Content-Type", "application/json")
                .method(method, json.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(json))
                .build();
        try {
            return Http.CLIENT.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new StackException("the realm could not be asked", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackException("the realm could not be asked", e);
        }
    }

    private static StackException refused(HttpResponse<String> answer) {
        return new StackException("the realm answered %d: %s".formatted(answer.statusCode(), answer.body()));
    }
}
