package org.sluis.stack;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** Connections to PostgreSQL that count the statements sent through them. */
final class CountingDataSource {

    private final PGSimpleDataSource postgres = new PGSimpleDataSource();
    private final AtomicLong statements = new AtomicLong();

    CountingDataSource(String url, Map.Entry<String, String> user) {
        postgres.setUrl(url);
        postgres.setUser(user.getKey());
        postgres.setPassword(user.getValue());
        try {
            postgres.setProperty("stringtype", "unspecified");
        } catch (SQLException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    long statements() {
        return statements.get();
    }

    DataSource dataSource() {
        return (DataSource) proxy(DataSource.class, (method, arguments) -> {
            Object result = invoked(postgres, method, arguments);
            return result instanceof Connection connection ? counted(connection) : result;
        });
    }

    private Object counted(Connection connection) {
        return proxy(Connection.class, (method, arguments) -> {
            if (method.getName().equals("prepareStatement")) {
                statements.incrementAndGet();
            }
            return invoked(connection, method, arguments);
        });
    }

    private interface Call {
        Object on(Method method, Object[] arguments) throws Throwable;
    }

    private static Object proxy(Class<?> type, Call call) {
        return Proxy.newProxyInstance(
                CountingDataSource.class.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> call.on(method, arguments));
    }

    private static Object invoked(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        }
    }
}
