package org.sluis.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * The one stack of a test run, begun anew when the first test asks for it and stopped when the run ends. A test says
 * {@code @ExtendWith(SharedStack.class)} and takes a {@link Stack} as parameter, or calls {@link #get}.
 */
public final class SharedStack implements ParameterResolver {

    /** The stack, running. */
    public static Stack get() {
        return Running.STACK;
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.getParameter().getType() == Stack.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
        return get();
    }

    /** What the stack told while it started. */
    static List<String> started() {
        return List.copyOf(Running.STARTED);
    }

    private static final class Running {
        static final Queue<String> STARTED = new ConcurrentLinkedQueue<>();
        static final Stack STACK = start();

        private static Stack start() {
            try {
                Path directory = Path.of(System.getProperty("sluis.it.directory", "target/it"));
                Stack stack = new Stack(StackSettings.of(directory, Ports.free()), STARTED::add);
                Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(stack), "stack-stop"));
                stack.start(true);
                return stack;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new StackException("interrupted while starting the stack", e);
            }
        }

        private static void stop(Stack stack) {
            try {
                stack.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
