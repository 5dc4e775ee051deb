package org.sluis.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The addresses a process listens on, from Linux's {@code /proc} (proc(5)), in its hexadecimal notation. */
record ListeningSockets(List<String> addresses) {
    private static final Set<String> LOOPBACK =
            Set.of("0100007F", "0000000000000000FFFF00000100007F", "00000000000000000000000001000000");
    private static final String LISTEN = "0A";

    static ListeningSockets of(long pid) throws IOException {
        Path process = Path.of("/proc", Long.toString(pid));
        Set<String> own = inodes(process.resolve("fd"));
        List<String> addresses = new ArrayList<>();
        for (String table : List.of("tcp", "tcp6")) {
            for (String line : Files.readAllLines(process.resolve("net").resolve(table))) {
                List<String> fields = List.of(line.strip().split("\\s+"));
                if (fields.get(3).equals(LISTEN) && own.contains(fields.get(9))) {
                    addresses.add(fields.get(1));
                }
            }
        }
        return new ListeningSockets(addresses);
    }

    List<String> outsideLoopback() {
        return addresses.stream()
                .filter(address -> !LOOPBACK.contains(address.substring(0, address.indexOf(':'))))
                .toList();
    }

    private static Set<String> inodes(Path descriptors) throws IOException {
        Set<String> found = new HashSet<>();
        try (Stream<Path> open = Files.list(descriptors)) {
            for (Path descriptor : open.toList()) {
                String target = Files.exists(descriptor, LinkOption.NOFOLLOW_LINKS)
                        ? Files.readSymbolicLink(descriptor).toString()
                        : "";
                if (target.startsWith("socket:[")) {
                    found.add(target.substring("socket:[".length(), target.length() - 1));
                }
            }
        }
        return found;
    }
}
