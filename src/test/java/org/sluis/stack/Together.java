package org.sluis.stack;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Steps that run side by side. The first that fails is the one reported; cancelling ends those still waiting. */
final class Together {
    private static final Duration SILENCE = Duration.ofSeconds(10);

    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "stack");
        thread.setDaemon(true);
        return thread;
    });
    private final ExecutorCompletionService<Boolean> steps = new ExecutorCompletionService<>(threads);

    /** Work that may fail in any way. */
    interface Step {
        void run() throws Exception;
    }

    Future<?> begin(Step step) {
        return steps.submit(() -> {
            step.run();
            return true;
        });
    }

    /**
     * Returns when all of what was begun is done, or as soon as one step has failed.
     *
     * @param meanwhile done again and again while nothing else happens
     */
    void await(Runnable meanwhile, Future<?>... begun) throws InterruptedException, ExecutionException {
        for (int done = 0; done < begun.length; done++) {
            Future<Boolean> ended = steps.poll(SILENCE.toSeconds(), TimeUnit.SECONDS);
            while (ended == null) {
                meanwhile.run();
                ended = steps.poll(SILENCE.toSeconds(), TimeUnit.SECONDS);
            }
            ended.get();
        }
    }

    void cancel() {
        threads.shutdownNow();
        try {
            if (!threads.awaitTermination(3, TimeUnit.MINUTES)) {
                throw new StackException("a part of the stack neither starts nor gives up");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
