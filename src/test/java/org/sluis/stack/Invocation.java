package org.sluis.stack;

import jakarta.interceptor.InvocationContext;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sluis.platform.persistence.Interceptors.Interceptor;

/** A call on its way through interceptors to its method. */
final class Invocation implements InvocationContext {

    private final Object target;
    private final Method method;
    private final @Nullable Object[] parameters;
    private final Iterator<Interceptor> interceptors;
    private final Map<String, Object> data = new HashMap<>();

    Invocation(Object target, Method method, @Nullable Object[] parameters, List<Interceptor> interceptors) {
        this.target = target;
        this.method = method;
        this.parameters = parameters;
        this.interceptors = interceptors.iterator();
    }

    @Override
    public @Nullable Object proceed() throws Exception {
        if (interceptors.hasNext()) {
            return interceptors.next().around(this);
        }
        try {
            return method.invoke(target, parameters);
        } catch (InvocationTargetException thrown) {
            if (thrown.getCause() instanceof Error error) {
                throw error;
            }
            throw (Exception) thrown.getCause();
        }
    }

    @Override
    public Object getTarget() {
        return target;
    }

    @Override
    public Method getMethod() {
        return method;
    }

    @Override
    public @Nullable Object[] getParameters() {
        return parameters;
    }

    @Override
    public Map<String, Object> getContextData() {
        return data;
    }

    @Override
    public void setParameters(Object[] others) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Object getTimer() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Constructor<?> getConstructor() {
        throw new UnsupportedOperationException();
    }
}
