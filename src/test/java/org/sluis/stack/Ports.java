package org.sluis.stack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/** The ports the stack listens on, all of them on the loopback address. */
public record Ports(int https, int http, int operator, int keycloak, int database, int clamd, int smtp, int imap) {
    static final String SETTING = "demo.port.";

    private static final int LOWEST = 20_000;
    private static final int RANGE = 1000;
    private static final int COUNT = 8;

    /** The demonstration's ports: fixed, so that bookmarks last, each settable with {@code -Ddemo.port.<name>}. */
    public static Ports ofDemonstration() {
        return new Ports(
                setting("https", 8443),
                setting("http", 8080),
                setting("operator", 8090),
                setting("keycloak", 8180),
                setting("database", 5433),
                setting("clamd", 3311),
                setting("smtp", 3025),
                setting("imap", 3143));
    }

    /**
     * Ports nobody uses at this moment, for tests that must not meet a running demonstration. They lie below those the
     * system gives to calls, which would take one between this look and its use, and each test process has its own range.
     */
    public static Ports free() throws IOException {
        List<ServerSocket> held = new ArrayList<>();
        try {
            int first = LOWEST + RANGE * Integer.getInteger("sluis.it.fork", 0);
            int start = ThreadLocalRandom.current().nextInt(RANGE);
            for (int i = 0; i < RANGE && held.size() < COUNT; i++) {
                tryListen(first + (start + i) % RANGE).ifPresent(held::add);
            }
            List<Integer> found = held.stream().map(ServerSocket::getLocalPort).toList();
            return new Ports(
                    found.get(0),
                    found.get(1),
                    found.get(2),
                    found.get(3),
                    found.get(4),
                    found.get(5),
                    found.get(6),
                    found.get(7));
        } finally {
            for (ServerSocket socket : held) {
                socket.close();
            }
        }
    }

    /**
     * Says which ports are taken before anything is started.
     *
     * @throws StackException naming each busy port and the setting that moves it
     */
    void requireFree() {
        List<String> busy = byName().entrySet().stream()
                .filter(port -> !isFree(port.getValue()))
                .map(port -> "port %d (%s) is in use; choose another with -D%s%s=<port>"
                        .formatted(port.getValue(), port.getKey(), SETTING, port.getKey()))
                .toList();
        if (!busy.isEmpty()) {
            throw new StackException(String.join("; ", busy));
        }
    }

    Map<String, Integer> byName() {
        Map<String, Integer> names = new LinkedHashMap<>();
        names.put("https", https);
        names.put("http", http);
        names.put("operator", operator);
        names.put("keycloak", keycloak);
        names.put("database", database);
        names.put("clamd", clamd);
        names.put("smtp", smtp);
        names.put("imap", imap);
        return names;
    }

    private static int setting(String name, int otherwise) {
        String value = System.getProperty(SETTING + name, Integer.toString(otherwise));
        if (!value.matches("[1-9][0-9]{0,4}") || Integer.parseInt(value) > 65535) {
            throw new StackException("%s%s is no port: %s".formatted(SETTING, name, value));
        }
        return Integer.parseInt(value);
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = listen(port)) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }

    private static Optional<ServerSocket> tryListen(int port) {
        try {
            return Optional.of(listen(port));
        } catch (IOException taken) {
            return Optional.empty();
        }
    }

    private static ServerSocket listen(int port) throws IOException {
        ServerSocket socket = new ServerSocket();
        try {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }
}
