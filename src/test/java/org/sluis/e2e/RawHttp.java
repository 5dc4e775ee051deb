package org.sluis.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import javax.net.ssl.SSLSocket;

/** Sends requests byte by byte as written, which no proper client would, and reads until the connection ends. */
final class RawHttp {

    private static final int PATIENCE_MILLIS = 180_000;

    private final Desk desk;
    private final String token;
    private final String host;

    RawHttp(Desk desk, String account) {
        this(
                desk,
                desk.stack.tokens().of(account),
                URI.create(desk.stack.portal().url()).getAuthority());
    }

    private RawHttp(Desk desk, String token, String host) {
        this.desk = desk;
        this.token = token;
        this.host = host;
    }

    /** The same on the same connections, but asking for another host. */
    RawHttp at(String other) {
        return new RawHttp(desk, token, other);
    }

    /** @param head request line and further headers, without an end of line */
    Answer send(String head, String body) {
        return sendAsWritten(head + "\r\nContent-Length: " + body.length(), body);
    }

    /** The same without a word on the length of the body but what {@code head} says. */
    Answer sendAsWritten(String head, String body) {
        return exchange(request(head + "\r\nConnection: close", body));
    }

    /**
     * Sends a request and, without waiting for the answer, another on the same connection, which is to be kept (RFC 9112,
     * 9.3.2). Fails unless the server ends it.
     */
    Answer pipelined(String head, String body, String next) {
        return exchange(request(head + "\r\nContent-Length: " + body.length(), body) + request(next, ""));
    }

    private String request(String head, String body) {
        return "%s\r\nHost: %s\r\nAuthorization: Bearer %s\r\n\r\n%s".formatted(head, host, token, body);
    }

    private Answer exchange(String request) {
        URI portal = URI.create(desk.stack.portal().url());
        try (SSLSocket socket = (SSLSocket)
                desk.stack.portal().trust().getSocketFactory().createSocket(portal.getHost(), portal.getPort())) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return new Answer(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** What the person shows on every request. */
    String token() {
        return token;
    }

    /** An answer with its head and body. */
    record Answer(String text) {

        int status() {
            return Integer.parseInt(text.substring(9, 12));
        }

        boolean isProblem() {
            return text.contains("\r\nContent-Type: application/problem+json\r\n");
        }

        boolean isBare() {
            return body().isEmpty();
        }

        String body() {
            return text.substring(text.indexOf("\r\n\r\n") + 4);
        }
    }
}
