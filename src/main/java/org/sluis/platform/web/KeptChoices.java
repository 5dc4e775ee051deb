package org.sluis.platform.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a browser keeps of its reader's choices for a year: the looks, the columns that lists leave out, and the language for as
 * long as nobody is signed in. The
 * server reads them, so a page comes as it was chosen and no script changes it afterwards.
 */
final class KeptChoices {

    private static final String LANGUAGE = "__Host-sluis-language";
    private static final String LOOKS = "__Host-sluis-looks";
    private static final String LEFT_OUT = "__Host-sluis-left-out";
    private static final Duration KEPT = Duration.ofDays(365);

    private KeptChoices() {}

    static Optional<Locale> language(HttpServletRequest request) {
        return cookie(request, LANGUAGE).flatMap(Languages::named);
    }

    static void keep(HttpServletResponse response, Locale language) {
        write(response, LANGUAGE, language.getLanguage(), KEPT);
    }

    static Looks looks(HttpServletRequest request) {
        return cookie(request, LOOKS).flatMap(Looks::named).orElse(Looks.SYSTEM);
    }

    /** What the system prefers needs no keeping. */
    static void keep(HttpServletResponse response, Looks looks) {
        write(response, LOOKS, looks.code(), looks == Looks.SYSTEM ? Duration.ZERO : KEPT);
    }

    /** Which columns lists leave out. */
    static Set<Column> leftOut(HttpServletRequest request) {
        return cookie(request, LEFT_OUT).map(Column::parse).orElseGet(() -> EnumSet.noneOf(Column.class));
    }

    static void keepLeftOut(HttpServletResponse response, Set<Column> columns) {
        write(response, LEFT_OUT, Column.written(columns), columns.isEmpty() ? Duration.ZERO : KEPT);
    }

    private static Optional<String> cookie(HttpServletRequest request, String name) {
        return Stream.ofNullable(request.getCookies())
                .flatMap(Arrays::stream)
                .filter(cookie -> cookie.getName().equals(name))
                .map(Cookie::getValue)
                .findFirst();
    }

    private static void write(HttpServletResponse response, String name, String value, Duration kept) {
        response.addHeader(
                "Set-Cookie",
                "%s=%s; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=%d".formatted(name, value, kept.toSeconds()));
    }
}
