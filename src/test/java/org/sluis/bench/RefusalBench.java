package org.sluis.bench;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.sluis.stack.SharedStack;
import org.sluis.stack.Stack;

/**
 * What many who are refused at once cost everybody else: the metadata of a document, asked for by one client again and
 * again, alone and with two hundred refusals thrown in at the same moment now and then.
 */
class RefusalBench {

    private static final int WARM = 2_000;
    private static final int MEASURED = 2_000;
    private static final int BURST = 200;
    private static final int EVERY = 500;

    private final Stack stack = SharedStack.get();
    private final Load load = new Load(stack, "client-a1");
    private final String stranger = stack.tokens().of("client-b1");
    private final HttpClient http =
            HttpClient.newBuilder().sslContext(stack.portal().trust()).build();

    @Test
    void normalWorkBesideTwoHundredRefusals() throws Exception {
        String document = "/documents/" + load.send();
        refusals().forEach(CompletableFuture::join);
        Durations alone = Durations.of(WARM, MEASURED, () -> load.nanos(http, document));
        WithBursts bursts = new WithBursts(document);
        Durations beside = Durations.of(0, MEASURED, bursts::next);
        bursts.refused.forEach(CompletableFuture::join);
        Report report = new Report(
                "refusals", "Refusals", "alone, p50 / p95 ms", "beside refusals, p50 / p95 ms", "ratio of p95");
        report.row(
                alone.written(),
                beside.written(),
                String.format(Locale.ROOT, "%.2f", beside.percentile(95) / alone.percentile(95)));
        report.write();
    }

    /** A burst before every so many requests. */
    private final class WithBursts {

        private final String path;
        private final List<CompletableFuture<Integer>> refused = new ArrayList<>();
        private int asked;

        WithBursts(String path) {
            this.path = path;
        }

        long next() throws Exception {
            if (asked++ % EVERY == 0) {
                refused.addAll(refusals());
            }
            return load.nanos(http, path);
        }
    }

    private List<CompletableFuture<Integer>> refusals() {
        return IntStream.range(0, BURST)
                .mapToObj(number -> http.sendAsync(
                                HttpRequest.newBuilder(URI.create(stack.portal().url() + "/api/documents/"
                                                + UUID.randomUUID() + "/content"))
                                        .header("Authorization", "Bearer " + stranger)
                                        .build(),
                                BodyHandlers.discarding())
                        .thenApply(answer -> {
                            if (answer.statusCode() != 404) {
                                throw new IllegalStateException("refused with " + answer.statusCode());
                            }
                            return answer.statusCode();
                        }))
                .toList();
    }
}
