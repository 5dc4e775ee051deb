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
 * What a browser keeps of its reader's choices for a year: the looks, the columns that lists leave out, whether a preview stands beside
 * them and single keys do something, and the language for as long as nobody is signed in. The server reads them, so a page comes as it
 * was chosen and no script changes it afterwards.
 */
final class KeptChoices {

    private static final String LANGUAGE = "__Host-sluis-language";
    private static final String LOOKS = "__Host-sluis-looks";
    private static final String LEFT_OUT = "__Host-sluis-left-out";
    private static final String BESIDE = "__Host-sluis-beside";
    private static final String KEYS = "__Host-sluis-keys";
    private static final String ON = "on";
    private static final String OFF = "off";
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

    /** Whether a preview stands beside lists: not as long as nobody has asked for it. */
    static boolean beside(HttpServletRequest request) {
        return cookie(request, BESIDE).filter(ON::equals).isPresent();
    }

    static void keepBeside(HttpServletResponse response, boolean on) {
        write(response, BESIDE, ON, on ? KEPT : Duration.ZERO);
    }

    /** Whether single keys do something: as long as nobody has turned them off (WCAG 2.1.4). */
    static boolean keys(HttpServletRequest request) {
        return cookie(request, KEYS).filter(OFF::equals).isEmpty();
    }

    static void keepKeys(HttpServletResponse response, boolean on) {
        write(response, KEYS, OFF, on ? Duration.ZERO : KEPT);
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
