package org.sluis.stack;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Persistence;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.lang.annotation.Annotation;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.eclipse.persistence.sessions.Session;
import org.eclipse.persistence.sessions.SessionCustomizer;
import org.sluis.inspection.Categories;
import org.sluis.inspection.ShippedCategories;
import org.sluis.kernel.Caller;
import org.sluis.kernel.SystemCaller;
import org.sluis.platform.config.SampleSettings;
import org.sluis.platform.config.Settings;
import org.sluis.platform.persistence.Interceptors;
import org.sluis.platform.persistence.RowSecurity;

/**
 * The portal's own use cases on a bare database, without a container: the same classes, interceptors, statements and second
 * wall. Whoever calls a transactional method begins a transaction; calls between {@link #as} join one. What is a transaction
 * by itself is given a second connection. For tests that go through thousands of steps. Not for several threads.
 */
public final class UseCases implements AutoCloseable {

    private static final List<Class<? extends Annotation>> INJECTED =
            List.of(Inject.class, PersistenceContext.class, Resource.class);

    private final CountingDataSource source;
    private final CountingDataSource besides;
    private final Transactions transactions;
    private final Interception interception;
    private final Map<Class<?>, Object> beans = new HashMap<>();
    private final List<Object> events = new ArrayList<>();

    /** The database has its tables before anybody connects. */
    public static final class AlreadyMigrated implements SessionCustomizer {
        @Override
        public void customize(Session session) {}
    }

    private UseCases(String url, Map.Entry<String, String> user) {
        source = new CountingDataSource(url, user);
        besides = new CountingDataSource(url, user);
        transactions = new Transactions(Persistence.createEntityManagerFactory(
                "sluis",
                Map.of(
                        "jakarta.persistence.transactionType", "RESOURCE_LOCAL",
                        "jakarta.persistence.jtaDataSource", "",
                        "jakarta.persistence.nonJtaDataSource", source.dataSource(),
                        "eclipselink.session.customizer", AlreadyMigrated.class.getName(),
                        "eclipselink.weaving", "false",
                        "eclipselink.logging.level", "SEVERE")));
        beans.put(EntityManager.class, transactions.entities());
        beans.put(TransactionSynchronizationRegistry.class, transactions.registry());
        beans.put(DataSource.class, besides.dataSource());
        beans.put(Settings.class, SampleSettings.with(Map.of()));
        beans.put(Categories.class, ShippedCategories.get());
        interception = new Interception(transactions, Interceptors.of(this::get));
    }

    /** As in production: both walls stand. */
    public static UseCases ofApplication(BareDatabase database) {
        return connected(database.url(), database.application());
    }

    /** On a database that another process started, as this user with this password. */
    public static UseCases connected(String url, Map.Entry<String, String> user) {
        return new UseCases(url, user);
    }

    /** As the owner of the tables: the second wall is gone, only the first is left. */
    public static UseCases withoutRowSecurity(BareDatabase database) {
        return connected(database.url(), database.owner());
    }

    /** What stands behind an interface by which a room steps in for another; others are listened to. */
    public UseCases with(Class<?> contract, Class<?> implementation) {
        beans.put(contract, get(implementation));
        return this;
    }

    /** What stands where the server would produce something from its settings. */
    public <T> UseCases with(Class<T> type, T bean) {
        beans.put(type, bean);
        return this;
    }

    /** A use case, with its collaborators. */
    public <T> T get(Class<T> type) {
        Object found = beans.get(type);
        if (found == null) {
            found = made(type);
        }
        return type.cast(found);
    }

    /** How many statements were sent so far. */
    public long statements() {
        return source.statements() + besides.statements();
    }

    /** What was told as events, oldest first. */
    public List<Object> events() {
        return List.copyOf(events);
    }

    /** Runs {@code work} in a transaction in the name of a person. */
    public <T> T as(Caller caller, Callable<T> work) {
        return inTransaction(Optional.of(caller), () -> get(RowSecurity.class).enter(caller), work);
    }

    /** Runs {@code work} in a transaction in the name of a part of the portal. */
    public <T> T as(SystemCaller system, Callable<T> work) {
        return inTransaction(Optional.of(system), () -> get(RowSecurity.class).enter(system), work);
    }

    /** Runs {@code work} in a transaction in nobody's name. */
    public <T> T asNobody(Callable<T> work) {
        return inTransaction(Optional.empty(), () -> {}, work);
    }

    /** The rows of a statement in the running transaction. */
    public List<?> rows(String statement, Object... parameters) {
        return bound(statement, parameters).getResultList();
    }

    /** How many rows a statement changes in the running transaction. */
    public int change(String statement, Object... parameters) {
        return bound(statement, parameters).executeUpdate();
    }

    @Override
    public void close() {
        transactions.close();
        try {
            source.close();
            besides.close();
        } catch (SQLException lost) {
            throw new IllegalStateException(lost);
        }
    }

    private Query bound(String statement, Object... parameters) {
        Query query = get(EntityManager.class).createNativeQuery(statement);
        for (int position = 0; position < parameters.length; position++) {
            query.setParameter(position + 1, parameters[position].toString());
        }
        return query;
    }

    @SuppressWarnings("unchecked") // what the work gives
    private <T> T inTransaction(Optional<Object> name, Runnable entrance, Callable<T> work) {
        try {
            return (T) Objects.requireNonNull(interception.run(name, entrance, work));
        } catch (RuntimeException failed) {
            throw failed;
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** Others get it as the container gives it: behind the interceptors of its transactional methods. */
    private Object made(Class<?> type) {
        try {
            Object bean = type.isInterface() ? listener(type) : instance(type);
            Object given = interception.around(type, bean);
            beans.put(type, given);
            for (Field field : type.getDeclaredFields()) {
                if (INJECTED.stream().anyMatch(field::isAnnotationPresent)) {
                    field.setAccessible(true);
                    field.set(bean, get(field.getType()));
                }
            }
            return given;
        } catch (ReflectiveOperationException unmakeable) {
            throw new IllegalStateException(type + " cannot be made", unmakeable);
        }
    }

    /** By the constructor that is given its collaborators, where there is one. */
    private Object instance(Class<?> type) throws ReflectiveOperationException {
        Optional<Constructor<?>> given = Arrays.stream(type.getDeclaredConstructors())
                .filter(constructor -> constructor.isAnnotationPresent(Inject.class))
                .findFirst();
        Constructor<?> constructor = given.isPresent() ? given.get() : type.getDeclaredConstructor();
        constructor.setAccessible(true);
        return constructor.newInstance(
                Arrays.stream(constructor.getParameterTypes()).map(this::get).toArray());
    }

    /** Stands where the container would: what is told to it, such as an event, is kept for the test to see. */
    private Object listener(Class<?> type) {
        return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
            if (arguments != null) {
                Arrays.stream(arguments).filter(Objects::nonNull).forEach(events::add);
            }
            Class<?> answer = method.getReturnType();
            return answer.isInterface() ? listener(answer) : null;
        });
    }
}
