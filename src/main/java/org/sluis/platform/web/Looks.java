package org.sluis.platform.web;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What pages look like: dark letters on light ground, light ones on dark, or as the reader's system prefers. */
enum Looks {
    LIGHT,
    DARK,
    SYSTEM;

    static Optional<Looks> named(@Nullable String name) {
        return Arrays.stream(values())
                .filter(looks -> looks.code().equals(name))
                .findFirst();
    }

    /** As forms, cookies and views write it. */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
