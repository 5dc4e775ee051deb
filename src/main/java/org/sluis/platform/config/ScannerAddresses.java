package org.sluis.platform.config;

import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads {@code host:port} and {@code unix:/path}, separated by commas. IPv6 addresses stand in brackets. */
final class ScannerAddresses {

    private static final Pattern TCP = Pattern.compile("(\\[[0-9a-fA-F:.]+]|[A-Za-z0-9.-]+):(\\d{1,5})");
    private static final String UNIX = "unix:/";

    private ScannerAddresses() {}

    /** @throws IllegalArgumentException where one of them is senseless */
    static List<SocketAddress> of(String setting) {
        return setting.isEmpty()
                ? List.of()
                : Arrays.stream(setting.split(",", -1))
                        .map(String::strip)
                        .map(ScannerAddresses::address)
                        .toList();
    }

    /** The hosts of those that are reached over a network. */
    static Stream<String> hosts(List<SocketAddress> addresses) {
        return addresses.stream()
                .filter(InetSocketAddress.class::isInstance)
                .map(address -> ((InetSocketAddress) address).getHostString());
    }

    private static SocketAddress address(String text) {
        if (text.startsWith(UNIX)) {
            return UnixDomainSocketAddress.of(text.substring(UNIX.length() - 1));
        }
        Matcher tcp = TCP.matcher(text);
        if (!tcp.matches() || Integer.parseInt(tcp.group(2)) == 0) {
            throw new IllegalArgumentException(text);
        }
        return InetSocketAddress.createUnresolved(tcp.group(1), Integer.parseInt(tcp.group(2)));
    }
}
