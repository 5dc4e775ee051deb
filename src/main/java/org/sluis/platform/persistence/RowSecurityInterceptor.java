package org.sluis.platform.persistence;

import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sluis.kernel.Caller;

/**
 * Stands inside every transactional method, after the container has begun its transaction, and tells the second wall who
 * calls: the {@link Caller} among the arguments, or the part of the portal that {@link ActsAs} names. The caller is found
 * in the call itself, never on the thread, so nothing survives the request; use cases called from others join the
 * transaction and must speak in the same name.
 */
@Interceptor
@Transactional(TxType.REQUIRED)
@Priority(Interceptor.Priority.LIBRARY_BEFORE)
class RowSecurityInterceptor {

    private static final Object KEY = RowSecurityInterceptor.class;

    @Inject
    RowSecurity wall;

    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    TransactionSynchronizationRegistry transaction;

    /** @throws IllegalStateException where the transaction already runs in another name */
    @AroundInvoke
    @Nullable
    Object enter(InvocationContext call) throws Exception {
        AfterTransaction.carry(call, transaction);
        ActsAs system = call.getMethod().getAnnotation(ActsAs.class);
        Optional<Caller> person = Arrays.stream(call.getParameters())
                .filter(Caller.class::isInstance)
                .map(Caller.class::cast)
                .findFirst();
        if (system != null) {
            once(system.value(), wall::enter);
        } else if (person.isPresent()) {
            once(person.get(), wall::enter);
        }
        return call.proceed();
    }

    private <T> void once(T caller, Consumer<T> entrance) {
        Object present = transaction.getResource(KEY);
        if (present == null) {
            entrance.accept(caller);
            transaction.putResource(KEY, caller);
        } else if (!present.equals(caller)) {
            throw new IllegalStateException("a transaction runs in one name only");
        }
    }
}
