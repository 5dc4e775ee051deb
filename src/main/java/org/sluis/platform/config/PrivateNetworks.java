package org.sluis.platform.config;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Networks that belong to the operator alone, so that what a clamd is sent may cross them in the clear: blocks of addresses
 * ({@code 10.8.0.0/16}, RFC 4632), names of hosts, and domains ({@code *.scanners.internal}). A host that is named is
 * compared by its name: no name server decides.
 */
record PrivateNetworks(List<String> entries) {

    private static final String OCTET = "(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)";
    private static final Pattern LITERAL =
            Pattern.compile(OCTET + "(?:\\." + OCTET + "){3}|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");
    private static final Pattern BLOCK = Pattern.compile("(" + LITERAL.pattern() + ")/(\\d{1,3})");
    private static final Pattern NAME = Pattern.compile("(?:\\*\\.)?[A-Za-z](?:[A-Za-z0-9.-]*[A-Za-z0-9])?");

    /** @throws IllegalArgumentException where an entry is none of these */
    static PrivateNetworks of(String setting) {
        List<String> entries = setting.isBlank()
                ? List.of()
                : Arrays.stream(setting.split(",", -1)).map(String::strip).toList();
        entries.forEach(PrivateNetworks::require);
        return new PrivateNetworks(entries);
    }

    private static void require(String entry) {
        Matcher block = BLOCK.matcher(entry);
        if (block.matches()
                ? !isBlock(block)
                : LITERAL.matcher(entry).matches() || !NAME.matcher(entry).matches()) {
            throw new IllegalArgumentException(entry);
        }
    }

    private static boolean isBlock(Matcher block) {
        return Integer.parseInt(block.group(2)) <= bytes(block.group(1)).length * Byte.SIZE;
    }

    /** @param host as written in an address; IPv6 in brackets */
    boolean contain(String host) {
        String bare = host.replaceAll("^\\[|]$", "").toLowerCase(Locale.ROOT);
        return LITERAL.matcher(bare).matches()
                ? entries.stream().map(BLOCK::matcher).filter(Matcher::matches).anyMatch(block -> isIn(block, bare))
                : entries.stream().anyMatch(entry -> isNamed(entry.toLowerCase(Locale.ROOT), bare));
    }

    private static boolean isNamed(String entry, String host) {
        return entry.startsWith("*.") ? host.endsWith(entry.substring(1)) : host.equals(entry);
    }

    private static boolean isIn(Matcher block, String host) {
        byte[] network = bytes(block.group(1));
        byte[] address = bytes(host);
        if (network.length != address.length) {
            return false;
        }
        int free = network.length * Byte.SIZE - Integer.parseInt(block.group(2));
        return new BigInteger(network).shiftRight(free).equals(new BigInteger(address).shiftRight(free));
    }

    /** Of an address that is written out, so nobody is asked for it. */
    private static byte[] bytes(String literal) {
        try {
            return InetAddress.getByName(literal).getAddress();
        } catch (UnknownHostException senseless) {
            throw new IllegalArgumentException(literal, senseless);
        }
    }
}
