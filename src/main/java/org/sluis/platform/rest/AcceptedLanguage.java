package org.sluis.platform.rest;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The language of an answer: the best of ours that the request accepts (RFC 9110, 12.5.4), English otherwise. */
public final class AcceptedLanguage {

    private static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.FRENCH, Locale.forLanguageTag("nl"));

    private AcceptedLanguage() {}

    /** @param header {@code Accept-Language} as it came */
    public static Locale best(@Nullable String header) {
        if (header == null) {
            return Locale.ENGLISH;
        }
        try {
            Locale best = Locale.lookup(Locale.LanguageRange.parse(header), LANGUAGES);
            return best == null ? Locale.ENGLISH : best;
        } catch (IllegalArgumentException malformed) {
            return Locale.ENGLISH;
        }
    }
}
