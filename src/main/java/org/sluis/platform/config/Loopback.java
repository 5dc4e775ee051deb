package org.sluis.platform.config;

import java.util.regex.Pattern;

/** Hosts that are this machine by their very name: what goes there crosses no network, and no name server is asked. */
final class Loopback {

    private static final Pattern IPV4 = Pattern.compile("127(\\.\\d{1,3}){3}");

    private Loopback() {}

    /** @param host as written in an address; IPv6 in brackets or without */
    static boolean is(String host) {
        String bare = host.replaceAll("^\\[|]$", "");
        return bare.equalsIgnoreCase("localhost")
                || bare.equals("::1")
                || IPV4.matcher(bare).matches();
    }
}
