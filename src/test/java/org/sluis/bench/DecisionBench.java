package org.sluis.bench;

import java.net.http.HttpClient;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.sluis.stack.SharedStack;
import org.sluis.stack.Stack;

/**
 * What the decision costs, over TLS as a program sees it: the metadata of a document, which asks the rule, both walls and the
 * trail, beside the caller's own row, which is found by its key and asks nothing. The trail's entry is flushed to the disk before
 * the answer; the same is measured without that, because it is the price of the proof, not of the decision. And what the cut-off
 * costs: the realm is asked about a token at most every three seconds, so one request in three seconds waits for its answer.
 */
class DecisionBench {

    private static final int CLIENTS = 8;
    private static final int SECONDS = 10;
    private static final int ROUNDS = 10;

    /** Until then the portal's machine is still compiling what it runs, for a third of its time. */
    private static final int WARM = 8;

    /** The speed of a shared machine changes from one ten seconds to the next. */
    private static final int MEASURED = 7;

    private static final long STALE_AFTER = TimeUnit.MILLISECONDS.toNanos(3_200);

    private final Stack stack = SharedStack.get();
    private final Load load = new Load(stack, "client-a1");

    @Test
    void checkedReadBesideAnUncheckedOne() throws Exception {
        String document = "/documents/" + load.send();
        for (int round = 0; round < WARM; round++) {
            load.perSecond("/me", CLIENTS, SECONDS);
            load.perSecond(document, CLIENTS, SECONDS);
        }
        Report report = new Report(
                "decision",
                "Decision",
                "round",
                "checked, requests/s",
                "but for the flush",
                "by key alone, requests/s",
                "ratio",
                "ratio but for the flush");
        List<Double> ratios = new ArrayList<>();
        List<Double> ratiosUnflushed = new ArrayList<>();
        for (int round = 1; round <= MEASURED; round++) {
            double checked = load.perSecond(document, CLIENTS, SECONDS);
            double unflushed = withoutFlush(() -> load.perSecond(document, CLIENTS, SECONDS));
            double unchecked = load.perSecond("/me", CLIENTS, SECONDS);
            ratios.add(checked / unchecked);
            ratiosUnflushed.add(unflushed / unchecked);
            report.row(
                    String.valueOf(round),
                    whole(checked),
                    whole(unflushed),
                    whole(unchecked),
                    Report.ratio(checked / unchecked),
                    Report.ratio(unflushed / unchecked));
        }
        report.row(
                "median",
                "",
                "",
                "",
                Report.ratio(Report.median(ratios)),
                Report.ratio(Report.median(ratiosUnflushed)));
        report.write();
    }

    /** As if the disk took no time: PostgreSQL answers a commit before it is flushed. */
    private double withoutFlush(Callable<Double> work) throws Exception {
        try (Connection connection = stack.database().connect();
                Statement statement = connection.createStatement()) {
            statement.execute("alter system set synchronous_commit = off");
            statement.execute("select pg_reload_conf()");
            try {
                return work.call();
            } finally {
                statement.execute("alter system reset synchronous_commit");
                statement.execute("select pg_reload_conf()");
            }
        }
    }

    @Test
    void requestThatAsksTheRealmBesideOneThatNeedNot() throws Exception {
        List<Double> asking = new ArrayList<>();
        List<Double> known = new ArrayList<>();
        HttpClient http = load.client();
        load.nanos(http, "/me");
        for (int round = 0; round < ROUNDS; round++) {
            long last = System.nanoTime();
            Awaitility.await().until(() -> System.nanoTime() - last > STALE_AFTER);
            asking.add((double) load.nanos(http, "/me"));
            for (int again = 0; again < ROUNDS; again++) {
                known.add((double) load.nanos(http, "/me"));
            }
        }
        double asked = Report.median(asking) / 1e6;
        double notAsked = Report.median(known) / 1e6;
        Report report = new Report(
                "cut-off",
                "Cut-off",
                "asks the realm, median ms",
                "need not ask, median ms",
                "per request at 100/s, ms");
        report.row(
                milliseconds(asked),
                milliseconds(notAsked),
                String.format(Locale.ROOT, "%.3f", (asked - notAsked) / (3 * 100)));
        report.write();
    }

    private static String milliseconds(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    private static String whole(double perSecond) {
        return String.format(Locale.ROOT, "%.0f", perSecond);
    }
}
