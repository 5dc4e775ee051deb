package org.sluis.platform.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.interceptor.InvocationContext;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sluis.platform.health.Meters;

/** Work left for after a transaction never changes what the call has become, and never gets lost in silence. */
@SuppressWarnings("UnnecessaryAssignment") // no container injects here
class AfterTransactionTest {

    private static final Logger LOG = Logger.getLogger(AfterTransaction.class.getName());

    private final AfterTransaction afterwards = new AfterTransaction();
    private final RunsAfterTransaction around = new RunsAfterTransaction();
    private final List<String> done = new ArrayList<>();
    private final List<LogRecord> logged = new ArrayList<>();
    private final Map<Object, Object> resources = new HashMap<>();
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord said) {
            logged.add(said);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };
    private int status = Status.STATUS_NO_TRANSACTION;
    private int undone;

    @BeforeEach
    void prepare() {
        TransactionSynchronizationRegistry registry = registry();
        afterwards.transaction = registry;
        afterwards.meters = new Meters() {
            @Override
            public void leftUndone() {
                undone++;
            }
        };
        around.transaction = registry;
        around.afterwards = afterwards;
        LOG.setUseParentHandlers(false);
        LOG.addHandler(handler);
    }

    @AfterEach
    void restore() {
        LOG.removeHandler(handler);
        LOG.setUseParentHandlers(true);
    }

    @Test
    void doesAllThatWasLeftThoughSomeOfItFails() throws Exception {
        Object answer = called(() -> {
            afterwards.run(() -> fail(new IllegalStateException("one")));
            afterwards.run(() -> done.add("two"));
            afterwards.run(() -> fail(new StackOverflowError("three")));
            afterwards.run(() -> done.add("four"));
            return "answer";
        });
        assertThat(done).containsExactly("two", "four");
        assertThat(answer).isEqualTo("answer");
    }

    @Test
    void failureRaisesAnAlarm() throws Exception {
        IllegalStateException first = new IllegalStateException("one");
        IllegalStateException second = new IllegalStateException("two");
        called(() -> {
            afterwards.run(() -> fail(first));
            afterwards.run(() -> fail(second));
            return "answer";
        });
        assertThat(undone).isEqualTo(2);
        assertThat(logged).singleElement().satisfies(said -> {
            assertThat(said.getLevel()).isEqualTo(Level.SEVERE);
            assertThat(said.getMessage()).startsWith("ALARM");
            assertThat(said.getThrown()).isSameAs(first).hasSuppressedException(second);
        });
    }

    @Test
    void sameFailureTwiceIsNoOther() throws Exception {
        IllegalStateException same = new IllegalStateException("same");
        called(() -> {
            afterwards.run(() -> fail(same));
            afterwards.run(() -> fail(same));
            return "answer";
        });
        assertThat(undone).isEqualTo(2);
        assertThat(same).hasNoSuppressedExceptions();
    }

    @Test
    void refusalStaysTheRefusal() {
        IllegalArgumentException refusal = new IllegalArgumentException("refused");
        assertThatThrownBy(() -> called(() -> {
                    afterwards.run(() -> fail(new IllegalStateException("the trail is away")));
                    throw refusal;
                }))
                .isSameAs(refusal);
        assertThat(undone).isEqualTo(1);
    }

    @Test
    void sameHoldsWhereNoTransactionRuns() {
        afterwards.run(() -> fail(new IllegalStateException("the trail is away")));
        afterwards.run(() -> done.add("done"));
        assertThat(done).containsExactly("done");
        assertThat(undone).isEqualTo(1);
    }

    @Test
    void saysNothingWhereAllWasDone() throws Exception {
        called(() -> {
            afterwards.run(() -> done.add("done"));
            assertThat(done).isEmpty();
            return "answer";
        });
        assertThat(done).containsExactly("done");
        assertThat(logged).isEmpty();
        assertThat(undone).isZero();
    }

    /** As the container would: the transaction runs inside, and is over outside. */
    private @Nullable Object called(Callable<Object> method) throws Exception {
        Map<String, Object> data = new HashMap<>();
        return around.around((InvocationContext) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {InvocationContext.class}, (proxy, asked, arguments) -> {
                    if (asked.getName().equals("getContextData")) {
                        return data;
                    }
                    status = Status.STATUS_ACTIVE;
                    AfterTransaction.carry((InvocationContext) proxy, afterwards.transaction);
                    try {
                        return method.call();
                    } finally {
                        status = Status.STATUS_NO_TRANSACTION;
                    }
                }));
    }

    private TransactionSynchronizationRegistry registry() {
        return (TransactionSynchronizationRegistry) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {TransactionSynchronizationRegistry.class},
                (proxy, asked, arguments) -> switch (asked.getName()) {
                    case "getTransactionStatus" -> status;
                    case "putResource" -> resources.put(arguments[0], arguments[1]);
                    default -> resources.get(arguments[0]);
                });
    }

    private static void fail(RuntimeException failure) {
        throw failure;
    }

    private static void fail(Error failure) {
        throw failure;
    }
}
