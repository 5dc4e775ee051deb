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

    private List<SlowSender> sendUntilTheyAreLetGo(boolean dripping) throws Exception {
        RestClient greedy = desk.person("client-a1");
        RestClient other = desk.person("client-b1");
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        List<SlowSender> senders = new ArrayList<>();
        String token = desk.stack.tokens().of("client-a1");
        try {
            for (int i = 0; i < AT_ONCE; i++) {
                SlowSender sender = new SlowSender(dripping, token);
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

    /** Announces a large file and sends a byte a second, or nothing any more. */
    private final class SlowSender {

        private final boolean drips;
        private final SSLSocket socket;
        private final Instant begin = Instant.now();
        private volatile String answer = "";

        SlowSender(boolean drips, String token) throws IOException {
            URI portal = URI.create(desk.stack.portal().url());
            this.drips = drips;
            this.socket = (SSLSocket)
                    desk.stack.portal().trust().getSocketFactory().createSocket(portal.getHost(), portal.getPort());
            socket.setSoTimeout(1_000);
            say("""
                    POST /api/documents HTTP/1.1\r
                    Host: %s\r
                    Authorization: Bearer %s\r
                    Content-Type: multipart/form-data; boundary=b\r
                    Content-Length: 1000000\r
                    \r
                    --b\r
                    Content-Disposition: form-data; name="file"; filename="slow.txt"\r
                    Content-Type: text/plain\r
                    \r
                    """.formatted(portal.getAuthority(), token));
        }

        void send() {
            try {
                while (answer.isEmpty() && sinceBegin().compareTo(GIVEN_UP) < 0) {
                    if (drips) {
                        say("x");
                    }
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
