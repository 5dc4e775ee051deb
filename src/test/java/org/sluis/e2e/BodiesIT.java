package org.sluis.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies that are not what they say, and people who hold their connection: refused or borne, and nothing is left. */
class BodiesIT {

    private static final int AT_ONCE = 60;
    private static final int READERS = 201;
    private static final int PATIENCE_MILLIS = 180_000;
    private static final String POST = "POST /api/documents HTTP/1.1\r\nContent-Type: multipart/form-data; boundary=b";
    private static final String METADATA =
            "--b\r\nContent-Disposition: form-data; name=\"metadata\"\r\n\r\n" + Desk.REPORT + "\r\n";
    private static final String FILE =
            "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"report.txt\"\r\n\r\n";
    private static final String TEXT = "28 days: 52,5 N/mm2\r\n";
    private static final String END = "--b--\r\n";

    private final Desk desk = new Desk();
    private final RestClient client = desk.person("client-a1");
    private final RawHttp http = new RawHttp(desk, "client-a1");
    private List<Path> before = List.of();

    @BeforeEach
    void look() throws IOException {
        before = stored();
    }

    @AfterEach
    void nothingIsLeft() {
        await().until(() -> before.containsAll(stored()));
    }

    static Stream<Arguments> lies() {
        String whole = METADATA + FILE + TEXT + END;
        return Stream.of(
                Arguments.of("no body", "Content-Length: 0", ""),
                Arguments.of("no length and no body", "X-None: 1", ""),
                Arguments.of("an empty file", length(METADATA + FILE + "\r\n" + END), METADATA + FILE + "\r\n" + END),
                Arguments.of("no end", length(METADATA + FILE + TEXT), METADATA + FILE + TEXT),
                Arguments.of("a length that ends inside the file", "Content-Length: " + (whole.length() - 20), whole),
                Arguments.of("a negative length", "Content-Length: -5", whole),
                Arguments.of("two lengths", "Content-Length: 5\r\nContent-Length: " + whole.length(), whole),
                Arguments.of("a length that is no number", "Content-Length: many", whole),
                Arguments.of("chunks that are none", "Transfer-Encoding: chunked", "zz\r\n" + whole),
                Arguments.of("two files", length(METADATA + FILE + TEXT + whole), METADATA + FILE + TEXT + whole),
                Arguments.of("a name with NUL", length(withNul()), withNul()),
                Arguments.of("many parts", length(many() + whole), many() + whole),
                Arguments.of("a part with an endless name", length(endless() + whole), endless() + whole));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("lies")
    void areRefused(String what, String length, String body) {
        RawHttp.Answer answer = http.sendAsWritten(POST + "\r\n" + length, body);
        assertThat(answer.status()).as(what).isBetween(400, 431);
    }

    @Test
    void senderWhoLeavesInTheMiddleLeavesNothing() throws IOException {
        try (SSLSocket sender = connection()) {
            say(sender, head("Content-Length: 10000000") + METADATA + FILE + "x".repeat(3_000_000));
            await().until(() -> !before.containsAll(stored()));
        }
    }

    @Test
    void peopleWhoNeverFinishTheirHeadersHoldUpNobody() throws IOException {
        List<SSLSocket> silent = new ArrayList<>();
        try {
            for (int i = 0; i < AT_ONCE; i++) {
                SSLSocket socket = connection();
                socket.setSoTimeout(PATIENCE_MILLIS);
                silent.add(socket);
                say(socket, "GET /api/documents HTTP/1.1\r\nHost: localhost\r\nX-Slow: ");
            }
            requireOthersAreServed();
            SSLSocket last = silent.get(AT_ONCE - 1);
            say(last, "done\r\n\r\n");
            assertThat(last.getInputStream().readNBytes(12)).asString().isIn("HTTP/1.1 400", "HTTP/1.1 401");
        } finally {
            close(silent);
        }
    }

    /**
     * As many requests of one account as would hold the threads of a server: few are served at a time. The others are told
     * to come back, on a connection that can be used again.
     */
    @Test
    void readersWhoDoNotReadHoldUpNobody() throws Exception {
        String address = "/documents/" + desk.released("report.txt", Desk.text(8_000_000)) + "/content";
        before = stored();
        List<SSLSocket> lazy = new ArrayList<>();
        SSLSocket next = connection();
        try {
            for (int i = 0; i < READERS; i++) {
                next.setSoTimeout(PATIENCE_MILLIS);
                say(next, "GET /api" + address + " HTTP/1.1" + credentials() + "\r\n\r\n");
                String head = headOfAnswer(next);
                if (head.startsWith("HTTP/1.1 200")) {
                    lazy.add(next);
                    next = connection();
                } else {
                    assertThat(head).startsWith("HTTP/1.1 429").contains("\r\nRetry-After: 5\r\n");
                    next.getInputStream().readNBytes(lengthIn(head));
                }
            }
            requireOthersAreServed();
            assertThat(lazy).hasSizeBetween(2, READERS / 2);
            assertThat(client.call("HEAD", address, "").statusCode()).isEqualTo(200);
        } finally {
            close(lazy);
            next.close();
        }
        await().atMost(Duration.ofMinutes(1)).until(() -> client.get(address).body().length == 8_000_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bogus", "utf-7", "*"})
    void charactersNobodyKnowsAreMalformed(String charset) {
        assertThat(RestClient.problem(client.call(
                        "POST",
                        "/documents",
                        METADATA + FILE + TEXT + END,
                        "Content-Type",
                        "multipart/form-data; boundary=b; charset=" + charset)))
                .isEqualTo("/problems/malformed-request");
    }

    /** Nothing may want to see a form before it is known who sends it, and whether anybody asked for one. */
    @ParameterizedTest
    @ValueSource(strings = {"/api/me", "/api/documents", "/portal/documents"})
    void formsNobodyAskedForAreRefusedBeforeTheyHaveCome(String address) throws IOException {
        try (SSLSocket socket = connection()) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            say(
                    socket,
                    "POST " + address + " HTTP/1.1" + credentials()
                            + "\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 2000000000\r\n\r\na=b");
            String answer = new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
            assertThat(answer).startsWith("HTTP/1.1 4");
        }
    }

    /** Others are served while everybody is still held: the last to hold a connection is served afterwards. */
    private void requireOthersAreServed() {
        assertThat(desk.person("client-b1").get("/documents").statusCode()).isEqualTo(200);
        assertThat(client.get("/me").statusCode()).isEqualTo(200);
    }

    private static String headOfAnswer(SSLSocket socket) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = socket.getInputStream().read();
            assertThat(next).as("after " + head).isNotNegative();
            head.append((char) next);
        }
        return head.toString();
    }

    private static int lengthIn(String head) {
        return Integer.parseInt(head.replaceAll("(?is).*\\r\\nContent-Length: (\\d+)\\r\\n.*", "$1"));
    }

    private static String length(String body) {
        return "Content-Length: " + body.length();
    }

    private static String withNul() {
        return METADATA + FILE.replace("report.txt", "report\0.txt") + TEXT + END;
    }

    private static String many() {
        return "--b\r\nContent-Disposition: form-data; name=\"x\"\r\n\r\n1\r\n".repeat(1_000);
    }

    private static String endless() {
        return "--b\r\nContent-Disposition: form-data; name=\"" + "x".repeat(50_000) + "\"\r\n\r\n1\r\n";
    }

    private String head(String length) {
        return POST + credentials() + "\r\n" + length + "\r\n\r\n";
    }

    private String credentials() {
        return "\r\nHost: %s\r\nAuthorization: Bearer %s"
                .formatted(URI.create(desk.stack.portal().url()).getAuthority(), http.token());
    }

    private SSLSocket connection() throws IOException {
        URI portal = URI.create(desk.stack.portal().url());
        return (SSLSocket)
                desk.stack.portal().trust().getSocketFactory().createSocket(portal.getHost(), portal.getPort());
    }

    private static void say(SSLSocket socket, String words) throws IOException {
        socket.getOutputStream().write(words.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
    }

    private static void close(List<SSLSocket> sockets) throws IOException {
        for (SSLSocket socket : sockets) {
            socket.close();
        }
    }

    private List<Path> stored() throws IOException {
        try (Stream<Path> files = Files.walk(desk.stack.portal().storage())) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
