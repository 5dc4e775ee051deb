package org.sluis.bench;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sluis.bench.Samples.Kind;
import org.sluis.stack.SharedStack;
import org.sluis.stack.Stack;

/**
 * From the first byte sent until the document is available, against the same number of bytes of the same kind sent
 * straight to the same clamd in the same run, by hand and through the client that others would take.
 */
class UploadBench {

    private static final long LARGE = 96_000_000;
    private static final long SMALL = 20_000;
    private static final int SMALL_FILES = 400;

    /** Until then the portal becomes quicker from one round to the next. */
    private static final int SMALL_WARM_UP_ROUNDS = 14;

    private static final int WARM_UP_ROUNDS = 12;
    private static final int ROUNDS = 5;
    private static final int SENDERS = 8;
    private static final int WAITING = 200;

    private interface Work {
        void on(Path file) throws IOException;
    }

    private final Stack stack = SharedStack.get();
    private final BareScanner scanner = new BareScanner(stack.clamd().port());
    private final StockScanner stock = new StockScanner(stack.clamd().port());
    private final Sender sender = new Sender(stack, "client-a1");

    @Test
    void largeFiles(@TempDir Path directory) throws Exception {
        Samples samples = new Samples(directory);
        Report report = new Report(
                "uploads",
                "Large uploads",
                "96 MB each",
                "clamd alone, MB/s",
                "by clamav-client, MB/s",
                "until available, MB/s",
                "ratio");
        for (int round = 0; round < WARM_UP_ROUNDS; round++) {
            rate(samples, Kind.RANDOM, 1, sender::send);
        }
        for (Kind kind : Kind.values()) {
            for (int atOnce : new int[] {1, 4}) {
                List<Double> bare = new ArrayList<>();
                List<Double> byStock = new ArrayList<>();
                List<Double> through = new ArrayList<>();
                for (int round = 0; round < ROUNDS; round++) {
                    bare.add(rate(samples, kind, atOnce, scanner::scan));
                    byStock.add(rate(samples, kind, atOnce, stock::scan));
                    through.add(rate(samples, kind, atOnce, sender::send));
                }
                report.row(
                        kind.name().toLowerCase(Locale.ROOT) + ", " + atOnce + " at once",
                        Report.ratio(Report.median(bare)),
                        Report.ratio(Report.median(byStock)),
                        Report.ratio(Report.median(through)),
                        Report.ratio(Report.median(through) / Report.median(bare)));
            }
        }
        report.write();
    }

    @Test
    void smallFiles(@TempDir Path directory) throws Exception {
        Samples samples = new Samples(directory);
        Report report = new Report(
                "small-uploads",
                "Small uploads",
                "20 kB PDF, 8 senders",
                "clamd alone, 1/s",
                "by clamav-client, 1/s",
                "until available, 1/s",
                "ratio");
        for (int round = 0; round < SMALL_WARM_UP_ROUNDS; round++) {
            perSecond(samples, sender::send);
        }
        List<Double> bare = new ArrayList<>();
        List<Double> byStock = new ArrayList<>();
        List<Double> through = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            bare.add(perSecond(samples, scanner::scan));
            byStock.add(perSecond(samples, stock::scan));
            through.add(perSecond(samples, sender::send));
        }
        report.row(
                "documents",
                Report.ratio(Report.median(bare)),
                Report.ratio(Report.median(byStock)),
                Report.ratio(Report.median(through)),
                Report.ratio(Report.median(through) / Report.median(bare)));
        report.write();
    }

    @Test
    void returnOfTheScanner(@TempDir Path directory) throws Exception {
        List<Path> files = files(new Samples(directory), Kind.PDF, SMALL, WAITING);
        stack.clamd().suspend();
        await().until(() -> !stack.portal().isReady());
        Queue<String> addresses = new ConcurrentLinkedQueue<>();
        took(files, SENDERS, file -> addresses.add(sender.handIn(file)));
        Instant back = Instant.now();
        stack.clamd().resume();
        for (String address : addresses) {
            sender.awaitRelease(address);
        }
        Duration took = Duration.between(back, Instant.now());
        Report report = new Report(
                "scanner-return", "Return of the scanner", "documents that waited", "seconds until all were decided");
        report.row(Integer.toString(WAITING), Report.ratio(took.toMillis() / 1_000.0));
        report.write();
    }

    private static double perSecond(Samples samples, Work work) throws Exception {
        return SMALL_FILES / took(files(samples, Kind.PDF, SMALL, SMALL_FILES), SENDERS, work);
    }

    /** MB a second. */
    private static double rate(Samples samples, Kind kind, int atOnce, Work work) throws Exception {
        List<Path> files = files(samples, kind, LARGE, atOnce);
        long bytes = 0;
        for (Path file : files) {
            bytes += Files.size(file);
        }
        return bytes / took(files, atOnce, work) / 1e6;
    }

    private static List<Path> files(Samples samples, Kind kind, long bytes, int count) throws IOException {
        List<Path> files = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            files.add(samples.make(kind, bytes));
        }
        return files;
    }

    /** Seconds until all are done; the files are gone afterwards. */
    private static double took(List<Path> files, int atOnce, Work work) throws Exception {
        ExecutorService hands = Executors.newFixedThreadPool(atOnce);
        try {
            Instant begin = Instant.now();
            List<Future<Void>> done = hands.invokeAll(IntStream.range(0, files.size())
                    .mapToObj(i -> (Callable<Void>) () -> {
                        work.on(files.get(i));
                        return null;
                    })
                    .toList());
            for (Future<Void> each : done) {
                each.get();
            }
            return Duration.between(begin, Instant.now()).toNanos() / 1e9;
        } finally {
            hands.shutdownNow();
            for (Path file : files) {
                Files.delete(file);
            }
        }
    }
}
