package org.sluis.people;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.sluis.kernel.Problem;
import org.sluis.kernel.ProblemException;

/**
 * Speaks to the administration of a realm in the name of the portal's service account (OAuth 2.0 client credentials, RFC
 * 6749, 4.4). Every answer has a deadline; silence, refusal and nonsense are {@code directory-away}. Threads may share it; so
 * many are served at once that a silent realm cannot hold all threads of the portal, the others are told that it is away.
 */
final class DirectoryConnection {

    private static final Logger LOG = System.getLogger(DirectoryConnection.class.getName());
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration MARGIN = Duration.ofSeconds(10);
    private static final int AT_ONCE = 16;
    private static final Duration TURN = Duration.ofSeconds(1);
    private static final int UNAUTHORIZED = 401;
    private static final int OK = 200;

    private final URI tokens;
    private final URI administration;
    private final String credentials;
    private final Duration patience;
    private final HttpClient http;
    private final Semaphore turns = new Semaphore(AT_ONCE, true);
    private volatile Optional<Token> held = Optional.empty();

    private record Token(String value, Instant until) {}

    /**
     * What the realm answered.
     *
     * @param body missing where there was none
     * @param location of what was made
     */
    record Answer(int status, JsonNode body, Optional<String> location) {

        boolean isDone() {
            return status >= 200 && status < 300;
        }
    }

    /**
     * @param issuer of tokens; their endpoint is below it
     * @param administration the realm's administration address
     * @param patience how long one answer may take
     */
    DirectoryConnection(URI issuer, URI administration, String client, String secret, Duration patience) {
        this.tokens = URI.create(issuer + "/protocol/openid-connect/token");
        this.administration = administration;
        this.credentials =
                "Basic " + Base64.getEncoder().encodeToString((client + ":" + secret).getBytes(StandardCharsets.UTF_8));
        this.patience = patience;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(patience)
                .build();
    }

    /**
     * Asks once; again with a fresh token where the old one was refused.
     *
     * @param path below the administration address, with its query
     */
    Answer send(String method, String path, @Nullable JsonNode body) {
        takeTurn(method);
        try {
            return sent(method, path, body);
        } finally {
            turns.release();
        }
    }

    private void takeTurn(String what) {
        try {
            if (!turns.tryAcquire(TURN.toMillis(), TimeUnit.MILLISECONDS)) {
                throw away(what, "too many ask at once");
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw away(what, stopping.getClass().getSimpleName());
        }
    }

    private Answer sent(String method, String path, @Nullable JsonNode body) {
        Answer answer = ask(method, path, body);
        if (answer.status() != UNAUTHORIZED) {
            return answer;
        }
        held = Optional.empty();
        return ask(method, path, body);
    }

    /** The refusal that means: nobody knows what became of it, or the portal may not do it. */
    static ProblemException away(String what, Object why) {
        LOG.log(Level.WARNING, "The directory of accounts could not {0}: {1}", what, why);
        return new ProblemException(Problem.DIRECTORY_AWAY);
    }

    private Answer ask(String method, String path, @Nullable JsonNode body) {
        return exchanged(
                method,
                HttpRequest.newBuilder(URI.create(administration + path))
                        .header("Authorization", "Bearer " + token())
                        .header("Content-Type", "application/json")
                        .method(
                                method,
                                body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body.toString())));
    }

    private String token() {
        Optional<Token> usable = held.filter(token -> Instant.now().isBefore(token.until()));
        if (usable.isPresent()) {
            return usable.get().value();
        }
        Answer answer = exchanged(
                "give a token",
                HttpRequest.newBuilder(tokens)
                        .header("Authorization", credentials)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("grant_type=client_credentials")));
        String value = answer.body().path("access_token").asText();
        if (answer.status() != OK || value.isEmpty()) {
            throw away("give a token", answer.status());
        }
        Duration life = Duration.ofSeconds(answer.body().path("expires_in").asLong());
        held = Optional.of(new Token(value, Instant.now().plus(life).minus(MARGIN)));
        return value;
    }

    /** Paths may hold addresses of people, so none is written to the log. */
    private Answer exchanged(String what, HttpRequest.Builder request) {
        try {
            HttpResponse<byte[]> response = http.send(request.timeout(patience).build(), BodyHandlers.ofByteArray());
            return new Answer(
                    response.statusCode(), read(response), response.headers().firstValue("Location"));
        } catch (IOException away) {
            throw away(what, away.getClass().getSimpleName());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw away(what, stopping.getClass().getSimpleName());
        }
    }

    private static JsonNode read(HttpResponse<byte[]> response) throws IOException {
        return response.body().length == 0 ? MissingNode.getInstance() : JSON.readTree(response.body());
    }
}
