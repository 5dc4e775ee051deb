package org.sluis.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The languages the portal speaks, and which of them a reader gets. */
public final class Languages {

    /** English first. */
    public static final List<Locale> SPOKEN = List.of(Locale.ENGLISH, Locale.FRENCH, Locale.forLanguageTag("nl"));

    /** The same as two letters (ISO 639-1). */
    public static final List<String> CODES =
            SPOKEN.stream().map(Locale::getLanguage).toList();

    private Languages() {}

    /** The one that was chosen in this browser, whoever is signed in. */
    public static Optional<Locale> chosen(HttpServletRequest request) {
        return KeptChoices.language(request);
    }

    /** The one of these two letters, where it is spoken. */
    static Optional<Locale> named(String code) {
        return SPOKEN.stream()
                .filter(language -> language.getLanguage().equals(code))
                .findFirst();
    }

    /**
     * The reader's own language where there is one; otherwise the best of those the browser accepts; otherwise English.
     *
     * @param own the language in the person's profile
     * @param accepted a header {@code Accept-Language} (RFC 9110, 12.5.4)
     */
    public static Locale chosen(Optional<Locale> own, @Nullable String accepted) {
        return own.filter(SPOKEN::contains).orElseGet(() -> accepted(accepted));
    }

    private static Locale accepted(@Nullable String header) {
        if (header == null) {
            return Locale.ENGLISH;
        }
        try {
            Locale best = Locale.lookup(LanguageRange.parse(header), SPOKEN);
            return best == null ? Locale.ENGLISH : best;
        } catch (IllegalArgumentException malformed) {
            return Locale.ENGLISH;
        }
    }
}
