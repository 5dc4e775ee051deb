package org.sluis.stack;

import jakarta.annotation.sql.DataSourceDefinition;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import org.sluis.platform.persistence.SluisDataSource;

/**
 * One connection to PostgreSQL, lent again and again as a pool does, that counts the statements sent through it. It has
 * the options of the portal's own connections, but for the flush of each commit: nobody relies on what a test wrote.
 */
final class CountingDataSource implements AutoCloseable {

    private final PGSimpleDataSource postgres = new PGSimpleDataSource();
    private final AtomicLong statements = new AtomicLong();
    private Optional<Connection> connection = Optional.empty();

    CountingDataSource(String url, Map.Entry<String, String> user) {
        postgres.setUrl(url);
        postgres.setUser(user.getKey());
        postgres.setPassword(user.getValue());
        postgres.setOptions(optionsOfPortal() + " -c synchronous_commit=off");
        try {
            postgres.setProperty("stringtype", "unspecified");
        } catch (SQLException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String optionsOfPortal() {
        String name = "options=";
        return Arrays.stream(SluisDataSource.class
                        .getAnnotation(DataSourceDefinition.class)
                        .properties())
                .filter(property -> property.startsWith(name))
                .map(property -> property.substring(name.length()))
                .findFirst()
                .orElseThrow();
    }

    long statements() {
        return statements.get();
    }

    DataSource dataSource() {
        return (DataSource) proxy(DataSource.class, (method, arguments) -> {
            return method.getName().equals("getConnection") ? lent() : invoked(postgres, method, arguments);
        });
    }

    @Override
    public void close() throws SQLException {
        if (connection.isPresent()) {
            connection.get().close();
        }
    }

    private Object lent() throws SQLException {
        if (connection.isEmpty()) {
            connection = Optional.of(postgres.getConnection());
        }
        Connection open = connection.get();
        return proxy(Connection.class, (method, arguments) -> {
            if (method.getName().equals("prepareStatement")) {
                statements.incrementAndGet();
            }
            return method.getName().equals("close") ? null : invoked(open, method, arguments);
        });
    }

    private interface Call {
        @Nullable
        Object on(Method method, Object[] arguments) throws Throwable;
    }

    private static Object proxy(Class<?> type, Call call) {
        return Proxy.newProxyInstance(
                CountingDataSource.class.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> call.on(method, arguments));
    }

    private static @Nullable Object invoked(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        }
    }
}
