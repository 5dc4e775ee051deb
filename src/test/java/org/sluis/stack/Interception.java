package org.sluis.stack;

import static net.bytebuddy.matcher.ElementMatchers.isDeclaredBy;
import static net.bytebuddy.matcher.ElementMatchers.isVirtual;
import static net.bytebuddy.matcher.ElementMatchers.not;

import jakarta.transaction.Transactional;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.dynamic.loading.ClassLoadingStrategy;
import net.bytebuddy.dynamic.scaffold.subclass.ConstructorStrategy;
import net.bytebuddy.implementation.InvocationHandlerAdapter;
import org.jspecify.annotations.Nullable;
import org.sluis.platform.persistence.Interceptors;
import org.sluis.platform.persistence.Interceptors.Interceptor;

/**
 * Has the portal's interceptors run around transactional methods, as the container does: for calls from other beans, not for
 * those that a bean makes of its own methods. A bean is hidden behind a generated subclass in its own package, since most
 * beans and many of their methods are known only there.
 */
final class Interception {

    private static final String HANDLER = "handler";
    private static final Map<Class<?>, Class<?>> SUBCLASSES = new ConcurrentHashMap<>();

    private final Transactions transactions;
    private final Interceptors interceptors;

    Interception(Transactions transactions, Interceptors interceptors) {
        this.transactions = transactions;
        this.interceptors = interceptors;
    }

    /** What others get in place of the bean. */
    Object around(Class<?> type, Object bean) throws ReflectiveOperationException {
        boolean transactional = Arrays.stream(type.getDeclaredMethods())
                .anyMatch(method -> binding(method).isPresent());
        if (!transactional || type.isAnnotationPresent(jakarta.interceptor.Interceptor.class)) {
            return bean;
        }
        Class<?> subclass = SUBCLASSES.computeIfAbsent(type, Interception::subclass);
        Object stand = subclass.getConstructor().newInstance();
        Field handler = subclass.getField(HANDLER);
        InvocationHandler calls =
                (proxy, method, arguments) -> called(bean, method, arguments == null ? new Object[0] : arguments);
        handler.set(stand, calls);
        return stand;
    }

    /** Runs the work in the name of somebody, or in nobody's until a call has one. */
    @Nullable
    Object run(Optional<Object> name, Runnable entrance, Callable<?> work) throws Exception {
        Method call = Callable.class.getMethod("call");
        return new Invocation(work, call, new Object[0], inside(interceptors.inside(name, entrance))).proceed();
    }

    private @Nullable Object called(Object bean, Method method, @Nullable Object[] arguments) throws Exception {
        method.setAccessible(true);
        List<Interceptor> chain = binding(method).map(this::chain).orElse(List.of());
        return new Invocation(bean, method, arguments, chain).proceed();
    }

    private List<Interceptor> chain(Transactional binding) {
        return switch (binding.value()) {
            case REQUIRED -> inside(interceptors.inside());
            case MANDATORY -> List.of(transactions::mandatory);
            default -> throw new UnsupportedOperationException("no use case is " + binding);
        };
    }

    private List<Interceptor> inside(Interceptor last) {
        return List.of(interceptors.outside(), transactions::required, last);
    }

    private static Optional<Transactional> binding(Method method) {
        return Optional.ofNullable(method.getAnnotation(Transactional.class))
                .or(() -> Optional.ofNullable(method.getDeclaringClass().getAnnotation(Transactional.class)));
    }

    private static Class<?> subclass(Class<?> type) {
        try {
            return new ByteBuddy()
                    .subclass(type, ConstructorStrategy.Default.IMITATE_SUPER_CLASS_OPENING)
                    .name(type.getName() + "$Intercepted")
                    .modifiers(Modifier.PUBLIC)
                    .defineField(HANDLER, InvocationHandler.class, Modifier.PUBLIC)
                    .method(isVirtual().and(not(isDeclaredBy(Object.class))))
                    .intercept(InvocationHandlerAdapter.toField(HANDLER))
                    .make()
                    .load(
                            type.getClassLoader(),
                            ClassLoadingStrategy.UsingLookup.of(
                                    MethodHandles.privateLookupIn(type, MethodHandles.lookup())))
                    .getLoaded();
        } catch (IllegalAccessException hidden) {
            throw new IllegalStateException(type + " cannot be intercepted", hidden);
        }
    }
}
