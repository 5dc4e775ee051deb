package org.sluis.inspection.clamd;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * A clamd on the loopback address that behaves as a test tells it to, one script for each call.
 *
 * <p>It answers on channels: a plain {@link Socket} that is closed first ends its side in order and then hangs up on what it
 * has not read, so that for a moment a clamd that took half of a file looks like one that took all of it.
 */
final class ScriptedClamd implements AutoCloseable {

    private final ServerSocketChannel listener;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Socket> calls = new CopyOnWriteArrayList<>();
    private final AtomicInteger answered = new AtomicInteger();
    private final CompletableFuture<Void> listening;
    private volatile Script script;

    /** What it does with one call; when the script ends it hangs up. */
    interface Script {
        void play(Call call) throws Exception;

        /** Told of each call in the order in which they come, before it is played. */
        default void arrived() {}
    }

    ScriptedClamd(Script script) throws IOException {
        this.script = script;
        this.listener = ServerSocketChannel.open().bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        this.listening = CompletableFuture.runAsync(this::listen, threads);
    }

    /** Takes all that is sent and then says exactly this. */
    static ScriptedClamd saying(String reply) throws IOException {
        return new ScriptedClamd(call -> {
            call.takeAll();
            call.say(reply);
        });
    }

    void playFromNow(Script next) {
        script = next;
    }

    InetSocketAddress address() {
        return new InetSocketAddress(
                InetAddress.getLoopbackAddress(), listener.socket().getLocalPort());
    }

    /** How many calls it has answered. */
    int calls() {
        return answered.get();
    }

    private void listen() {
        try {
            while (true) {
                Socket call = listener.accept().socket();
                calls.add(call);
                answered.incrementAndGet();
                Script now = script;
                now.arrived();
                threads.execute(() -> play(now, call));
            }
        } catch (IOException closed) {
            threads.shutdown();
        }
    }

    private static void play(Script part, Socket socket) {
        try (socket) {
            part.play(new Call(socket));
        } catch (IOException | InterruptedException over) {
            Thread.currentThread().interrupt();
        } catch (Exception accident) {
            throw new IllegalStateException(accident);
        }
    }

    /** From then on nobody is answered: a call that came at the last moment is hung up as well. */
    @Override
    public void close() throws IOException {
        listener.close();
        listening.join();
        for (Socket call : calls) {
            call.close();
        }
        threads.shutdownNow();
    }

    /** One call, from clamd's side. */
    static final class Call {

        private final Socket socket;
        private final DataInputStream in;

        Call(Socket socket) throws IOException {
            this.socket = socket;
            this.in = new DataInputStream(socket.getInputStream());
        }

        /** One command, without its end. */
        String command() throws IOException {
            StringBuilder command = new StringBuilder();
            for (int next = in.readUnsignedByte(); next != 0; next = in.readUnsignedByte()) {
                command.append((char) next);
            }
            return command.toString();
        }

        int length() throws IOException {
            return in.readInt();
        }

        byte[] bytes(int length) throws IOException {
            return in.readNBytes(length);
        }

        void takeAll() throws IOException {
            command();
            for (int length = length(); length != 0; length = length()) {
                in.skipNBytes(length);
            }
        }

        void take(int bytes) throws IOException {
            in.skipNBytes(bytes);
        }

        /** What is left of the bytes that were sent, until the caller hangs up. */
        void takeUntilHungUp() throws IOException {
            in.readAllBytes();
        }

        void say(String words) {
            try {
                socket.getOutputStream().write(words.getBytes(StandardCharsets.UTF_8));
                socket.getOutputStream().flush();
            } catch (IOException hungUp) {
                throw new UncheckedIOException(hungUp);
            }
        }

        /** Takes its time, as a busy machine does. */
        void dawdle(int millis) {
            LockSupport.parkNanos(millis * 1_000_000L);
        }

        /** Hangs up as a killed process does: what was not read resets the connection. */
        void drop() throws IOException {
            socket.setSoLinger(true, 0);
            socket.close();
        }
    }
}
