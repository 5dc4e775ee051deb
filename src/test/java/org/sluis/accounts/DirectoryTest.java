package org.sluis.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sluis.kernel.Problem;
import org.sluis.kernel.ProblemException;
import org.sluis.kernel.Role;
import org.sluis.people.AccountLabels;

/** The adapter to the realm's accounts against a realm that refuses, is silent or talks nonsense. */
class DirectoryTest {

    private static final AccountLabels LABELS =
            new AccountLabels("Noor", "Claes", "noor@example.org", Locale.forLanguageTag("nl"));
    private static final String TOKEN = "POST /realms/r/protocol/openid-connect/token";
    private static final String USERS = "/admin/realms/r/users";

    private final Map<String, String> script = new HashMap<>();
    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
    private final List<String> bodies = Collections.synchronizedList(new ArrayList<>());
    private final List<String> queries = Collections.synchronizedList(new ArrayList<>());
    private HttpServer realm;
    private Directory directory;

    @BeforeEach
    void start() throws IOException {
        realm = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        realm.setExecutor(Executors.newCachedThreadPool());
        realm.createContext("/", this::answer);
        realm.start();
        directory = directory(Duration.ofSeconds(2));
        script.put(TOKEN, "200 {\"access_token\":\"t\",\"expires_in\":300}");
    }

    @AfterEach
    void stop() {
        directory.close();
        realm.stop(0);
    }

    @Test
    void keepsItsTokenAndAsksForAnotherWhenItIsRefused() {
        script.put("GET " + USERS + "/s", "200 {\"id\":\"s\",\"enabled\":true}");
        directory.find("s");
        directory.find("s");
        assertThat(asked).containsExactly(TOKEN, "GET " + USERS + "/s", "GET " + USERS + "/s");
        script.put("GET " + USERS + "/s", "401 {}");
        assertThat(refusal(() -> directory.find("s")).problem()).isEqualTo(Problem.DIRECTORY_AWAY);
        assertThat(asked.subList(3, asked.size())).containsExactly("GET " + USERS + "/s", TOKEN, "GET " + USERS + "/s");
    }

    @ParameterizedTest
    @CsvSource({"500 {}", "503 {}", "403 {}", "302 {}", "200 <html>", "silence"})
    void isAwayWhenTheRealmRefusesIsSilentOrTalksNonsense(String answer) {
        script.put("GET " + USERS + "/s", answer);
        assertThat(refusal(() -> directory.find("s")).problem()).isEqualTo(Problem.DIRECTORY_AWAY);
    }

    @ParameterizedTest
    @CsvSource({"500 {}", "401 {}", "200 {}", "200 nonsense", "silence"})
    void isAwayWhenItGetsNoToken(String answer) {
        script.put(TOKEN, answer);
        assertThat(refusal(() -> directory.find("s")).problem()).isEqualTo(Problem.DIRECTORY_AWAY);
        assertThat(asked).containsExactly(TOKEN);
    }

    @Test
    void changesNothingInARealmThatDoesNotAnswerWhenItIsReadFirst() {
        script.put("GET " + USERS + "/s", "silence");
        assertThat(refusal(() -> directory.enable("s", false)).problem()).isEqualTo(Problem.DIRECTORY_AWAY);
        script.put("GET " + USERS, "silence");
        assertThat(refusal(() -> directory.knows("noor@example.org")).problem()).isEqualTo(Problem.DIRECTORY_AWAY);
        assertThat(asked).allMatch(request -> request.startsWith("GET") || request.equals(TOKEN));
    }

    @Test
    void changesWhatItKnowsAndNothingWhereAllIsAsItShouldBe() {
        script.put(
                "GET " + USERS + "/s",
                "200 {\"id\":\"s\",\"enabled\":true,\"news\":{\"deep\":[1]},\"attributes\":{\"locale\":[\"fr\"],\"x\":[\"y\"]}}");
        script.put("PUT " + USERS + "/s", "204 ");
        directory.enable("s", false);
        assertThat(bodies.get(bodies.size() - 1))
                .contains("\"enabled\":false", "\"locale\":[\"fr\"]", "\"x\":[\"y\"]")
                .doesNotContain("null", "news");
        directory.enable("s", true);
        assertThat(asked.get(asked.size() - 1)).isEqualTo("GET " + USERS + "/s");
    }

    @Test
    void anotherAddressIsToBeVerifiedAgain() {
        script.put(
                "GET " + USERS + "/s",
                "200 {\"id\":\"s\",\"email\":\"old@example.org\",\"emailVerified\":true,\"attributes\":{\"organisation\":[\"k\"]}}");
        script.put("PUT " + USERS + "/s", "204 ");
        directory.rename("s", LABELS);
        assertThat(bodies.get(bodies.size() - 1))
                .contains("\"emailVerified\":false", "\"locale\":[\"nl\"]", "\"organisation\":[\"k\"]");
    }

    @Test
    void saysWhatTheRealmMinds() {
        script.put("GET " + USERS, "200 []");
        script.put("POST " + USERS, "409 {}");
        assertThat(refusal(this::create).problem()).isEqualTo(Problem.ACCOUNT_EXISTS);
        script.put("POST " + USERS, "400 {\"errors\":[{\"field\":\"lastName\",\"errorMessage\":\"x\"}]}");
        assertThat(refusal(this::create).facts()).containsEntry("member", "familyName");
        script.put("POST " + USERS, "400 {\"field\":\"email\"}");
        assertThat(refusal(this::create).facts()).containsEntry("member", "email");
        script.put("POST " + USERS, "400 {\"errorMessage\":\"x\"}");
        assertThat(refusal(this::create).problem()).isEqualTo(Problem.DIRECTORY_AWAY);
        script.put("GET " + USERS + "/s", "404 {}");
        assertThat(refusal(() -> directory.enable("s", true)).problem()).isEqualTo(Problem.ACCOUNT_MISSING);
        assertThat(directory.find("s")).isEmpty();
    }

    @Test
    void isContentWithTheAccountOfAnAttemptWhoseAnswerWasLost() {
        script.put("POST " + USERS, "409 {}");
        script.put("GET " + USERS, "200 [{\"id\":\"s\",\"username\":\"0190\",\"email\":\"Noor@example.org\"}]");
        assertThat(directory.create("0190", LABELS, Optional.empty())).isEqualTo("s");
    }

    @Test
    void asksForAddressesToTheLetter() {
        script.put("GET " + USERS, "200 []");
        for (String address : List.of("a&b=c@example.org", "d+e@example.org", "{f}%20@example.org", "é'@example.org")) {
            assertThat(directory.knows(address)).isFalse();
            assertThat(queries.get(queries.size() - 1).split("&", -1))
                    .extracting(part -> URLDecoder.decode(part, StandardCharsets.UTF_8))
                    .containsExactlyInAnyOrder("exact=true", "email=" + address);
        }
    }

    @Test
    void givesAndTakesOnlyThePortalsOwnRoles() {
        String mappings = USERS + "/s/role-mappings/realm";
        script.put("GET " + mappings, "200 [{\"id\":\"1\",\"name\":\"client\"},{\"id\":\"2\",\"name\":\"other\"}]");
        script.put(
                "GET " + mappings + "/available",
                "200 [{\"id\":\"3\",\"name\":\"dpo\"},{\"id\":\"4\",\"name\":\"x\"}]");
        script.put("POST " + mappings, "204 ");
        script.put("DELETE " + mappings, "204 ");
        assertThat(directory.roles("s")).containsExactly(Role.CLIENT);
        directory.assign("s", Set.of(Role.DPO));
        assertThat(bodies.subList(bodies.size() - 2, bodies.size()))
                .satisfiesExactly(
                        given -> assertThat(given).contains("\"name\":\"dpo\"").doesNotContain("\"x\""),
                        taken -> assertThat(taken)
                                .contains("\"name\":\"client\"")
                                .doesNotContain("other"));
    }

    @Test
    void namesWhoInvitesInsteadOfWhoeverHasInvitedBefore() {
        script.put(
                "GET " + USERS + "/s",
                "200 {\"id\":\"s\",\"attributes\":{\"locale\":[\"fr\"],\"invitedBy\":[\"Old\"],\"invitedOf\":[\"Old nv\"]}}");
        script.put("PUT " + USERS + "/s", "204 ");
        script.put("PUT " + USERS + "/s/execute-actions-email", "204 ");
        directory.invite("s", Optional.of(new Inviter("Ada Maes", Optional.empty())));
        assertThat(asked.get(asked.size() - 1)).isEqualTo("PUT " + USERS + "/s/execute-actions-email");
        assertThat(bodies.get(bodies.size() - 2))
                .contains("\"invitedBy\":[\"Ada Maes\"]", "\"locale\":[\"fr\"]")
                .doesNotContain("Old");
    }

    @Test
    void listsSessionsAndEndsOneThatIsThereOrNot() {
        script.put(
                "GET " + USERS + "/s/sessions",
                "200 [{\"id\":\"x\",\"ipAddress\":\"192.0.2.7\",\"start\":1000,\"lastAccess\":2000,\"rememberMe\":false}]");
        assertThat(directory.sessions("s"))
                .containsExactly(
                        new RealmSession("x", "192.0.2.7", Instant.ofEpochSecond(1), Instant.ofEpochSecond(2)));
        script.put("DELETE /admin/realms/r/sessions/x", "204 ");
        directory.endSession("x");
        directory.endSession("gone");
        script.put("DELETE /admin/realms/r/sessions/x", "500 {}");
        assertThat(refusal(() -> directory.endSession("x")).problem()).isEqualTo(Problem.DIRECTORY_AWAY);
    }

    private Directory directory(Duration patience) {
        String base = "http://localhost:" + realm.getAddress().getPort();
        return new Directory(
                new DirectoryClient(URI.create(base + "/admin/realms/r"), "client", "secret", patience),
                "portal",
                Duration.ofDays(3));
    }

    /** A silent realm holds some threads for as long as its answer may take, and no others. */
    @Test
    void keepsOnlySoManyWaiting() throws Exception {
        script.put("GET " + USERS + "/s", "silence");
        Directory patient = directory(Duration.ofMinutes(10));
        ExecutorService many = Executors.newCachedThreadPool();
        try {
            List<Future<ProblemException>> waiting = Stream.generate(
                            () -> many.submit(() -> refusal(() -> patient.find("s"))))
                    .limit(16)
                    .toList();
            await().atMost(Duration.ofMinutes(5))
                    .until(() -> asked.stream()
                                    .filter(("GET " + USERS + "/s")::equals)
                                    .count()
                            == 16);
            assertThat(refusal(() -> patient.find("other")).problem()).isEqualTo(Problem.DIRECTORY_AWAY);
            assertThat(asked).doesNotContain("GET " + USERS + "/other");
            assertThat(waiting).noneMatch(Future::isDone);
        } finally {
            many.shutdownNow();
        }
    }

    private void create() {
        directory.create("0190", LABELS, Optional.empty());
    }

    private static ProblemException refusal(Runnable act) {
        return catchThrowableOfType(ProblemException.class, act::run);
    }

    @ParameterizedTest
    @CsvSource({"200 endless", "500 endless", "200 stops", "500 stops"})
    void isAwayWhenAnAnswerHasNoEnd(String manner) {
        script.put("GET " + USERS + "/s", manner);
        Directory hasty = directory(Duration.ofMillis(300));
        assertThat(refusal(() -> hasty.find("s")).problem()).isEqualTo(Problem.DIRECTORY_AWAY);
        hasty.close();
    }

    /** The beginning of an answer, and then either more of the same or nothing, for as long as somebody listens. */
    private static void answerWithoutEnd(HttpExchange exchange, int status, boolean silent) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, 0);
        OutputStream body = exchange.getResponseBody();
        do {
            body.write(' ');
            body.flush();
        } while (!silent);
    }

    /** Silence lasts until the test is over. */
    private void answer(HttpExchange exchange) throws IOException {
        String request =
                exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
        asked.add(request);
        queries.add(Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse(""));
        bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        String answer = script.getOrDefault(request, "404 {}");
        if (answer.equals("silence")) {
            return;
        }
        if (answer.endsWith("endless") || answer.endsWith("stops")) {
            answerWithoutEnd(exchange, Integer.parseInt(answer.substring(0, 3)), answer.endsWith("stops"));
            return;
        }
        byte[] body = answer.substring(4).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(Integer.parseInt(answer.substring(0, 3)), body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }
}
