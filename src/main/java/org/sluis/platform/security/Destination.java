package org.sluis.platform.security;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where a person goes after signing in: a page of the portal, never another site (RFC 9700, 4.11). */
final class Destination {

    private static final String START = "/portal/home";
    private static final int MAX_LENGTH = 2_000;
    private static final Pattern LOCAL_PAGE = Pattern.compile("/portal/[\\w\\-./?=&%+,:~]*");

    private Destination() {}

    static String of(@Nullable String wanted) {
        return Optional.ofNullable(wanted)
                .filter(path -> path.length() <= MAX_LENGTH)
                .filter(path -> LOCAL_PAGE.matcher(path).matches())
                .orElse(START);
    }
}
