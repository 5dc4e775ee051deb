package org.sluis.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.sluis.stack.Stack;

/** One account at work with the REST interface, over TLS on connections that stay open. */
final class Load {

    private final Stack stack;
    private final String account;
    private volatile String token;

    Load(Stack stack, String account) {
        this.stack = stack;
        this.account = account;
        this.token = stack.tokens().of(account);
    }

    /** Requests per second that so many clients get answered, each waiting for its answer. */
    double perSecond(String path, int clients, int seconds) throws Exception {
        token = stack.tokens().of(account);
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        ExecutorService pool = Executors.newFixedThreadPool(clients);
        try {
            List<Future<Integer>> counts = new ArrayList<>();
            for (int client = 0; client < clients; client++) {
                counts.add(pool.submit(() -> answered(path, end)));
            }
            int sum = 0;
            for (Future<Integer> count : counts) {
                sum += count.get();
            }
            return (double) sum / seconds;
        } finally {
            pool.shutdown();
        }
    }

    /** How long one request takes. */
    long nanos(HttpClient http, String path) throws IOException, InterruptedException {
        long start = System.nanoTime();
        get(http, path);
        return System.nanoTime() - start;
    }

    HttpClient client() {
        return HttpClient.newBuilder().sslContext(stack.portal().trust()).build();
    }

    /** Sends a document that passes the gate at once. */
    String send() throws IOException, InterruptedException {
        String body = """
                --bench\r
                Content-Disposition: form-data; name="metadata"\r
                Content-Type: application/json\r
                \r
                {"title":"Bench","category":"test-report"}\r
                --bench\r
                Content-Disposition: form-data; name="file"; filename="bench.txt"\r
                Content-Type: text/plain\r
                \r
                52,5 N/mm2 %d\r
                --bench--\r
                """.formatted(System.nanoTime());
        HttpResponse<byte[]> answer = client().send(
                        request("/documents")
                                .header("Content-Type", "multipart/form-data; boundary=bench")
                                .POST(BodyPublishers.ofString(body))
                                .build(),
                        BodyHandlers.ofByteArray());
        if (answer.statusCode() != 201) {
            throw new IllegalStateException("the document was answered with " + answer.statusCode());
        }
        String location = answer.headers().firstValue("Location").orElseThrow();
        return location.substring(location.lastIndexOf('/') + 1);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(stack.portal().url() + "/api" + path))
                .header("Authorization", "Bearer " + token);
    }

    private int answered(String path, long end) throws IOException, InterruptedException {
        HttpClient http = client();
        int count = 0;
        while (System.nanoTime() < end) {
            get(http, path);
            count++;
        }
        return count;
    }

    /** What is answered, in full. */
    HttpResponse<byte[]> get(HttpClient http, String path) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = http.send(request(path).build(), BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(answer.uri() + " answered " + answer.statusCode());
        }
        return answer;
    }
}
