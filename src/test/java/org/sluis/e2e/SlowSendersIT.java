package org.sluis.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;

/** Senders that hold a connection open and hardly send: they are cut, and meanwhile everybody else is served. */
class SlowSendersIT {

    private static final int AT_ONCE = 50;

    /** Bytes a second with which nobody is cut. */
    private static final int SLOW_ENOUGH = 3_000;

    /** Long after the portal has cut them, however busy the machine is. */
    private static final Duration GIVEN_UP = Duration.ofMinutes(3);

    private final Desk desk = new Desk();

    @Test
    void manySendersOfSingleBytesAreToldAndCutWhileOthersAreServed() throws Exception {
        requireToldAndCut(true);
    }

    @Test
    void manySilentSendersAreToldAndCutWhileOthersAreServed() throws Exception {
        requireToldAndCut(false);
    }

    private void requireToldAndCut(boolean dripping) throws Exception {
        assertThat(sendUntilTheyAreLetGo(dripping))
                .allSatisfy(sender ->
                        assertThat(sender.answer).startsWith("HTTP/1.1 408").contains("/problems/upload-too-slow"));
    }

    /** The other half of the server's threads is for everybody else. */
    @Test
    void threeHundredSendersFromFourAccountsHoldHalfOfTheThreads() throws Exception {
        RestClient other = desk.person("dpo");
        ExecutorService threads = Executors.newFixedThreadPool(300);
        List<SlowSender> senders = new ArrayList<>();
        try {
            for (String account : List.of("client-a1", "client-a2", "client-b1", "inspector-1")) {
                String token = desk.stack.tokens().of(account);
                for (int i = 0; i < 75; i++) {
                    SlowSender sender = new SlowSender(SLOW_ENOUGH, token);
                    senders.add(sender);
                    threads.execute(sender::send);
                }
            }
            await().atMost(GIVEN_UP).until(() -> answers(senders) >= 200);
            assertThat(other.get("/me").statusCode()).isEqualTo(200);
            assertThat(other.get("/documents").statusCode()).isEqualTo(200);
            HttpResponse<byte[]> late = upload(desk.person("inspector-2"));
            assertThat(late.statusCode()).isEqualTo(503);
            assertThat(late.headers().firstValue("Retry-After")).contains("5");
            assertThat(RestClient.problem(late)).isEqualTo("/problems/unavailable");
            assertThat(senders)
                    .filteredOn(sender -> !sender.answer.isEmpty())
                    .allSatisfy(sender -> assertThat(sender.answer)
                            .matches("(?s)HTTP/1.1 (429|503).*")
                            .contains("Retry-After: "));
        } finally {
            for (SlowSender sender : senders) {
                sender.socket.close();
            }
            threads.shutdownNow();
        }
        await().atMost(GIVEN_UP).until(() -> upload(desk.person("inspector-2")).statusCode() == 201);
    }

    /** Nobody has to be signed in for that: bodies that are no uploads take turns, and each must move. */
    @Test
    void twoHundredOtherBodiesHoldUpNobody() throws Exception {
        RestClient other = desk.person("dpo");
        ExecutorService threads = Executors.newFixedThreadPool(200);
        List<SlowSender> senders = new ArrayList<>();
        try {
            for (int i = 0; i < 200; i++) {
                SlowSender sender = new SlowSender(
                        1,
                        """
                        POST %s HTTP/1.1\r
                        Origin: %s\r
                        Content-Type: application/x-www-form-urlencoded\r
                        Content-Length: 10000\r
                        """.formatted(
                                        i % 2 == 0 ? "/back-channel-logout" : "/preferences",
                                        desk.stack.portal().url()),
                        "none",
                        "language=");
                senders.add(sender);
                threads.execute(sender::send);
            }
            await().atMost(GIVEN_UP).until(() -> answers(senders) >= 100);
            assertThat(other.get("/me").statusCode()).isEqualTo(200);
            await().atMost(GIVEN_UP).until(() -> answers(senders) == 200);
            assertThat(senders).allSatisfy(sender -> assertThat(sender.answer).matches("(?s)HTTP/1.1 (408|503).*"));
        } finally {
            for (SlowSender sender : senders) {
                sender.socket.close();
            }
            threads.shutdownNow();
        }
    }

    /** What is left of a piece that is refused is nobody's to wait for. */
    @Test
    void refusedPieceIsAnsweredAlthoughItsSenderIsNotThrough() throws Exception {
        TusClient client = new TusClient(desk.person("client-a1"));
        String upload = client.begin(10_000_000, TusClient.REPORT);
        SlowSender sender = new SlowSender(
                SLOW_ENOUGH, """
                PATCH /api%s HTTP/1.1\r
                Tus-Resumable: 1.0.0\r
                Upload-Offset: 5000000\r
                Content-Type: application/offset+octet-stream\r
                Content-Length: 5000000\r
                """.formatted(upload), desk.stack.tokens().of("client-a1"), "");
        try {
            sender.send();
            assertThat(sender.answer).startsWith("HTTP/1.1 409").contains("/problems/offset-mismatch");
        } finally {
            sender.socket.close();
            client.end(upload);
        }
    }

    /** It takes a thread before anybody has signed in, so it gets little time. */
    @Test
    void formThatHardlyMovesIsGivenUpSoon() throws Exception {
        SlowSender sender = new SlowSender(
                1, """
                POST /portal/granting HTTP/1.1\r
                Origin: %s\r
                Content-Type: application/x-www-form-urlencoded\r
                Content-Length: 1000\r
                """.formatted(desk.stack.portal().url()), desk.stack.tokens().of("client-a1"), "q=");
        try {
            sender.send();
            assertThat(sender.answer).startsWith("HTTP/1.1 408");
        } finally {
            sender.socket.close();
        }
    }

    private static long answers(List<SlowSender> senders) {
        return senders.stream().filter(sender -> !sender.answer.isEmpty()).count();
    }

    private List<SlowSender> sendUntilTheyAreLetGo(boolean dripping) throws Exception {
        RestClient greedy = desk.person("client-a1");
        RestClient other = desk.person("client-b1");
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        List<SlowSender> senders = new ArrayList<>();
        String token = desk.stack.tokens().of("client-a1");
        try {
            for (int i = 0; i < AT_ONCE; i++) {
                SlowSender sender = new SlowSender(dripping ? 1 : 0, token);
                senders.add(sender);
                threads.execute(sender::send);
            }
            await().until(() -> upload(greedy).statusCode() == 429);
            assertThat(upload(greedy).headers().firstValue("Retry-After")).contains("5");
            assertThat(upload(other).statusCode()).isEqualTo(201);

            await().until(() -> upload(greedy).statusCode() == 201);
            await().until(() -> senders.stream().noneMatch(sender -> sender.answer.isEmpty()));
            return senders;
        } finally {
            for (SlowSender sender : senders) {
                sender.socket.close();
            }
            threads.shutdownNow();
        }
    }

    private static HttpResponse<byte[]> upload(RestClient sender) {
        return sender.upload(Desk.REPORT, "report.txt", Desk.TEXT);
    }

    /** Announces a large file and sends a few bytes a second, or nothing any more. */
    private final class SlowSender {

        private final int drip;
        private final SSLSocket socket;
        private final Instant begin = Instant.now();
        private volatile String answer = "";

        SlowSender(int drip, String token) throws IOException {
            this(drip, """
                    POST /api/documents HTTP/1.1\r
                    Content-Type: multipart/form-data; boundary=b\r
                    Content-Length: 1000000\r
                    """, token, """
                    --b\r
                    Content-Disposition: form-data; name="file"; filename="slow.txt"\r
                    Content-Type: text/plain\r
                    \r
                    """);
        }

        /** @param drip bytes a second */
        SlowSender(int drip, String head, String token, String body) throws IOException {
            URI portal = URI.create(desk.stack.portal().url());
            this.drip = drip;
            this.socket = (SSLSocket)
                    desk.stack.portal().trust().getSocketFactory().createSocket(portal.getHost(), portal.getPort());
            socket.setSoTimeout(1_000);
            say("%sHost: %s\r\nAuthorization: Bearer %s\r\n\r\n%s".formatted(head, portal.getAuthority(), token, body));
        }

        void send() {
            try {
                while (answer.isEmpty() && sinceBegin().compareTo(GIVEN_UP) < 0) {
                    say("x".repeat(drip));
                    answer = heardWithinASecond();
                }
            } catch (IOException cut) {
                answer = cut.toString();
            }
        }

        private String heardWithinASecond() throws IOException {
            byte[] said = new byte[4_096];
            try {
                int length = socket.getInputStream().read(said);
                return length < 0 ? "hung up" : new String(said, 0, length, StandardCharsets.UTF_8);
            } catch (SocketTimeoutException silence) {
                return "";
            }
        }

        private Duration sinceBegin() {
            return Duration.between(begin, Instant.now());
        }

        private void say(String words) throws IOException {
            socket.getOutputStream().write(words.getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
        }
    }
}
