package org.sluis.accounts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.sluis.kernel.Role;

/**
 * A realm that keeps its accounts in memory and speaks as much of Keycloak's administration interface as the portal asks for.
 * It tells what it was asked to change, and can be made to refuse, or to have something happen while it is asked.
 */
final class PretendRealm implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String USERS = "/admin/realms/r/users";

    private final Map<String, ObjectNode> accounts = new LinkedHashMap<>();
    private final Map<String, Set<String>> roles = new HashMap<>();
    private final Set<String> used = new TreeSet<>();
    private final Map<String, Runnable> meanwhile = new HashMap<>();
    private final Map<String, String> refusals = new HashMap<>();
    private final List<String> changes = new ArrayList<>();
    private final HttpServer server;

    PretendRealm() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException noPort) {
            throw new IllegalStateException(noPort);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    Directory directory() {
        URI administration = URI.create("http://localhost:%d/admin/realms/r"
                .formatted(server.getAddress().getPort()));
        return new Directory(
                new DirectoryClient(administration, "client", "secret", Duration.ofMinutes(1)),
                "portal",
                Duration.ofDays(3));
    }

    /** An account that nobody has used yet; the answer is its subject. */
    synchronized String account(String username, String address, Role... given) {
        String subject = made(JSON.createObjectNode()
                .put("username", username)
                .put("email", address)
                .put("enabled", true));
        for (Role role : given) {
            known(roles, subject).add(role.claim());
        }
        return subject;
    }

    /** Its owner has chosen a password. */
    synchronized void use(String subject) {
        used.add(subject);
    }

    synchronized void remove(String subject) {
        accounts.remove(subject);
    }

    /** The account that has the address, in Keycloak's words. */
    synchronized Optional<JsonNode> withAddress(String address) {
        return found("email", address).map(JsonNode.class::cast);
    }

    synchronized Set<String> roles(String subject) {
        return Set.copyOf(known(roles, subject));
    }

    /** What it was asked to change, as {@code PUT /subject/execute-actions-email}, oldest first. */
    synchronized List<String> changes() {
        return List.copyOf(changes);
    }

    /** Something happens once, while it is asked what that pattern says. */
    synchronized void meanwhile(String request, Runnable happens) {
        meanwhile.put(request, happens);
    }

    /** It answers what that pattern says so, as {@code 400 {}}. */
    synchronized void refuse(String request, String answer) {
        refusals.put(request, answer);
    }

    /** It refuses nothing any more. */
    synchronized void obey() {
        refusals.clear();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private synchronized void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        if (!path.startsWith(USERS)) {
            send(exchange, "200 {\"access_token\":\"t\",\"expires_in\":300}");
            return;
        }
        String act = exchange.getRequestMethod() + " " + path.substring(USERS.length());
        for (String request : meanwhile.keySet().stream().filter(act::matches).toList()) {
            Runnable happens = known(meanwhile, request);
            meanwhile.remove(request);
            happens.run();
        }
        if (!act.startsWith("GET")) {
            changes.add(act);
        }
        Optional<String> refusal =
                refusals.keySet().stream().filter(act::matches).findFirst().map(refusals::get);
        send(exchange, refusal.isPresent() ? refusal.get() : answer(exchange, act.split("[ /]+", 3), body));
    }

    /** @param act method, subject, and what of the account */
    private String answer(HttpExchange exchange, String[] act, String body) throws IOException {
        String subject = act.length > 1 ? act[1] : "";
        if (subject.isEmpty()) {
            return act[0].equals("POST") ? created(exchange, body) : searched(exchange);
        }
        if (!accounts.containsKey(subject)) {
            return "404 {}";
        }
        return act.length == 2 ? ofAccount(act[0], subject, body) : ofPart(act[0] + " " + act[2], subject, body);
    }

    private String created(HttpExchange exchange, String body) throws IOException {
        ObjectNode account = (ObjectNode) JSON.readTree(body);
        boolean taken = found("username", account.path("username").asText()).isPresent()
                || found("email", account.path("email").asText()).isPresent();
        if (taken) {
            return "409 {}";
        }
        exchange.getResponseHeaders()
                .set(
                        "Location",
                        exchange.getRequestURI()
                                .resolve(USERS + "/" + made(account))
                                .toString());
        return "201 ";
    }

    private String searched(HttpExchange exchange) {
        ArrayNode list = JSON.createArrayNode();
        for (String part : exchange.getRequestURI().getRawQuery().split("&", -1)) {
            String[] asked = URLDecoder.decode(part, StandardCharsets.UTF_8).split("=", 2);
            if (!asked[0].equals("exact")) {
                found(asked[0], asked[1]).ifPresent(list::add);
            }
        }
        return "200 " + list;
    }

    private String ofAccount(String method, String subject, String body) throws IOException {
        switch (method) {
            case "GET" -> {
                return "200 " + accounts.get(subject);
            }
            case "PUT" -> known(accounts, subject).setAll((ObjectNode) JSON.readTree(body));
            default -> accounts.remove(subject);
        }
        return "204 ";
    }

    private String ofPart(String part, String subject, String body) throws IOException {
        Set<String> has = known(roles, subject);
        return switch (part) {
            case "GET credentials" -> used.contains(subject) ? "200 [{\"type\":\"password\"}]" : "200 []";
            case "GET federated-identity" -> "200 []";
            case "GET role-mappings/realm" -> "200 " + named(has);
            case "GET role-mappings/realm/available" -> {
                Set<String> rest = new TreeSet<>();
                for (Role role : Role.values()) {
                    rest.add(role.claim());
                }
                rest.removeAll(has);
                yield "200 " + named(rest);
            }
            case "POST role-mappings/realm" -> {
                has.addAll(JSON.readTree(body).findValuesAsText("name"));
                yield "204 ";
            }
            case "DELETE role-mappings/realm" -> {
                has.removeAll(JSON.readTree(body).findValuesAsText("name"));
                yield "204 ";
            }
            default -> "204 ";
        };
    }

    private static <T> T known(Map<String, T> map, String key) {
        return Objects.requireNonNull(map.get(key));
    }

    private String made(ObjectNode account) {
        String subject = UUID.randomUUID().toString();
        accounts.put(subject, account.put("id", subject));
        roles.put(subject, new TreeSet<>());
        return subject;
    }

    private Optional<ObjectNode> found(String label, String value) {
        return accounts.values().stream()
                .filter(account -> account.path(label).asText().equalsIgnoreCase(value))
                .findFirst();
    }

    private static ArrayNode named(Set<String> roles) {
        ArrayNode list = JSON.createArrayNode();
        roles.forEach(role -> list.addObject().put("id", role).put("name", role));
        return list;
    }

    private static void send(HttpExchange exchange, String answer) throws IOException {
        byte[] body = answer.substring(4).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(Integer.parseInt(answer.substring(0, 3)), body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }
}
