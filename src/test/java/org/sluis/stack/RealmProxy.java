package org.sluis.stack;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Stands between the portal's client and the administration of the stack's realm. It tells what the realm was asked to change, and
 * can be made to refuse in its place, or to have something happen while it is asked.
 */
public final class RealmProxy implements AutoCloseable {

    private static final String ADMINISTRATION = "/admin/realms/" + RealmFile.REALM;
    private static final String USERS = ADMINISTRATION + "/users";
    private static final List<String> PASSED_ON = List.of("Authorization", "Content-Type", "Accept");
    private static final List<String> GIVEN_BACK = List.of("Content-Type", "Location");

    private final Stack stack;
    private final Map<String, Runnable> meanwhile = new HashMap<>();
    private final Map<String, String> refusals = new HashMap<>();
    private final List<String> changes = new ArrayList<>();
    private final List<String> made = new ArrayList<>();
    private final HttpServer server;

    public RealmProxy(Stack stack) {
        this.stack = stack;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException noPort) {
            throw new StackException("the realm could not be stood before", noPort);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    /** The realm's administration address, as the client is to know it. */
    public URI administration() {
        return URI.create("http://localhost:%d%s".formatted(server.getAddress().getPort(), ADMINISTRATION));
    }

    /** Name and secret of the portal's service account. */
    public Map.Entry<String, String> client() {
        return Map.entry(RealmFile.DIRECTORY_CLIENT, stack.tokens().directorySecret());
    }

    /** The client that people sign in to. */
    public String portal() {
        return RealmFile.PORTAL_CLIENT;
    }

    /** What the realm was asked to change, as {@code PUT /subject/execute-actions-email}, oldest first. */
    public synchronized List<String> changes() {
        return List.copyOf(changes);
    }

    /** The subjects of the accounts it has made. */
    public synchronized List<String> made() {
        return List.copyOf(made);
    }

    /** Something happens once, while the realm is asked what that pattern says. */
    public synchronized void meanwhile(String request, Runnable happens) {
        meanwhile.put(request, happens);
    }

    /** What that pattern says is not passed on, but answered so, as {@code 400 {}}. */
    public synchronized void refuse(String request, String answer) {
        refusals.put(request, answer);
    }

    /** Everything is passed on again. */
    public synchronized void obey() {
        refusals.clear();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private synchronized void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        if (!path.startsWith(USERS)) {
            passOn(exchange);
            return;
        }
        String act = exchange.getRequestMethod() + " " + path.substring(USERS.length());
        for (String request : meanwhile.keySet().stream().filter(act::matches).toList()) {
            Objects.requireNonNull(meanwhile.remove(request)).run();
        }
        if (!act.startsWith("GET")) {
            changes.add(act);
        }
        Optional<String> refusal =
                refusals.keySet().stream().filter(act::matches).findFirst().map(refusals::get);
        if (refusal.isPresent()) {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            send(
                    exchange,
                    Integer.parseInt(refusal.get().substring(0, 3)),
                    refusal.get().substring(4).getBytes(StandardCharsets.UTF_8));
        } else {
            passOn(exchange);
        }
    }

    private void passOn(HttpExchange exchange) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(stack.settings().keycloakUrl() + exchange.getRequestURI()))
                .method(
                        exchange.getRequestMethod(),
                        BodyPublishers.ofByteArray(exchange.getRequestBody().readAllBytes()));
        PASSED_ON.forEach(
                name -> Optional.ofNullable(exchange.getRequestHeaders().getFirst(name))
                        .ifPresent(value -> request.header(name, value)));
        try {
            HttpResponse<byte[]> answer = Http.CLIENT.send(request.build(), BodyHandlers.ofByteArray());
            GIVEN_BACK.forEach(name -> answer.headers()
                    .firstValue(name)
                    .ifPresent(value -> exchange.getResponseHeaders().set(name, value)));
            if (answer.statusCode() == 201) {
                answer.headers()
                        .firstValue("Location")
                        .ifPresent(account -> made.add(account.substring(account.lastIndexOf('/') + 1)));
            }
            send(exchange, answer.statusCode(), answer.body());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new StackException("the realm could not be asked", stopping);
        }
    }

    private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }
}
