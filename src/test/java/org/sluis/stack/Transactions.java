package org.sluis.stack;

import jakarta.interceptor.InvocationContext;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.TransactionRequiredException;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.TransactionalException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Transactions as the container has them, one at a time: with a persistence context that ends with each, and resources. */
final class Transactions implements AutoCloseable {

    private final EntityManagerFactory factory;
    private final Map<Object, Object> resources = new HashMap<>();
    private Optional<EntityManager> current = Optional.empty();

    Transactions(EntityManagerFactory factory) {
        this.factory = factory;
    }

    /** The call joins the running transaction or begins one. */
    @Nullable
    Object required(InvocationContext call) throws Exception {
        return current.isPresent() ? mandatory(call) : begun(call);
    }

    /** The call joins the running transaction, which is lost where it fails. */
    @Nullable
    Object mandatory(InvocationContext call) throws Exception {
        EntityManager entities = current.orElseThrow(() ->
                new TransactionalException(call.getMethod() + " begins none", new TransactionRequiredException()));
        try {
            return call.proceed();
        } catch (RuntimeException | Error failed) {
            entities.getTransaction().setRollbackOnly();
            throw failed;
        }
    }

    /** What stands for the persistence context of the running transaction. */
    EntityManager entities() {
        return proxy(EntityManager.class, (proxy, method, arguments) -> {
            try {
                return method.invoke(current.orElseThrow(), arguments);
            } catch (InvocationTargetException thrown) {
                throw thrown.getCause();
            }
        });
    }

    TransactionSynchronizationRegistry registry() {
        return proxy(TransactionSynchronizationRegistry.class, (proxy, method, arguments) -> switch (method.getName()) {
            case "getTransactionStatus" -> current.isPresent() ? Status.STATUS_ACTIVE : Status.STATUS_NO_TRANSACTION;
            case "getResource" -> resources.get(arguments[0]);
            case "putResource" -> resources.put(arguments[0], arguments[1]);
            default -> throw new UnsupportedOperationException(method.toString());
        });
    }

    @Override
    public void close() {
        factory.close();
    }

    private @Nullable Object begun(InvocationContext call) throws Exception {
        EntityManager entities = factory.createEntityManager();
        current = Optional.of(entities);
        try {
            entities.getTransaction().begin();
            @Nullable Object answer = call.proceed();
            entities.getTransaction().commit();
            return answer;
        } finally {
            if (entities.getTransaction().isActive()) {
                entities.getTransaction().rollback();
            }
            entities.close();
            current = Optional.empty();
            resources.clear();
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
