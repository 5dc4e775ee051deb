package org.sluis.platform.persistence;

import jakarta.interceptor.InvocationContext;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The interceptors of transactional methods, for whoever calls them without a container.
 *
 * @param outside of the container's own, which begins the transaction
 * @param inside of it
 */
public record Interceptors(Interceptor outside, Interceptor inside, TransactionSynchronizationRegistry transaction) {

    /** What one of them does with a call. */
    @FunctionalInterface
    public interface Interceptor {
        @Nullable
        Object around(InvocationContext call) throws Exception;
    }

    /** Where their collaborators come from. */
    @FunctionalInterface
    public interface Beans {
        <T> T get(Class<T> type);
    }

    /** Made when the first call comes. */
    public static Interceptors of(Beans beans) {
        return new Interceptors(
                call -> beans.get(RunsAfterTransaction.class).around(call),
                call -> beans.get(RowSecurityInterceptor.class).enter(call),
                beans.get(TransactionSynchronizationRegistry.class));
    }

    /** Stands inside instead, where a test says in whose name everything is done; in nobody's, the first call says it. */
    public Interceptor inside(Optional<Object> name, Runnable entrance) {
        return call -> {
            AfterTransaction.carry(call, transaction);
            entrance.run();
            name.ifPresent(given -> transaction.putResource(RowSecurityInterceptor.class, given));
            return call.proceed();
        };
    }
}
