package org.sluis.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Takes the realm's logout tokens in another's stead. */
final class LogoutPost implements AutoCloseable {

    private static final String FIELD = "logout_token=";
    private static final int PATIENCE_SECONDS = 180;

    private final HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    private final BlockingQueue<String> tokens = new LinkedBlockingQueue<>();

    LogoutPost() throws IOException {
        server.createContext("/", this::take);
        server.start();
    }

    String address() {
        return "http://localhost:%d/".formatted(server.getAddress().getPort());
    }

    /** The next token that comes. */
    String token() throws InterruptedException {
        return Objects.requireNonNull(tokens.poll(PATIENCE_SECONDS, TimeUnit.SECONDS), "the realm told nothing");
    }

    private void take(HttpExchange exchange) throws IOException {
        String form = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        for (String field : form.split("&", -1)) {
            if (field.startsWith(FIELD)) {
                tokens.add(URLDecoder.decode(field.substring(FIELD.length()), UTF_8));
            }
        }
        exchange.sendResponseHeaders(200, -1);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
