package org.sluis.stack;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** The end of a family of processes: asked first, forced after a while, awaited in any case. */
final class ProcessEnd {
    private ProcessEnd() {}

    static void of(List<ProcessHandle> family, Duration patience) {
        CompletableFuture<?> gone = CompletableFuture.allOf(
                family.stream().map(ProcessHandle::onExit).toArray(CompletableFuture<?>[]::new));
        family.forEach(ProcessHandle::destroy);
        gone.completeOnTimeout(null, patience.toMillis(), TimeUnit.MILLISECONDS).join();
        family.forEach(ProcessHandle::destroyForcibly);
        family.forEach(process -> process.onExit().join());
    }
}
