package org.sluis.platform.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.text.MessageFormat;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Objects;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The words of the portal in English, French and Dutch: a file for each room and language, and no key in two of them. */
@ApplicationScoped
public class Messages {

    private static final List<String> ROOMS = List.of(
            "platform",
            "audit",
            "inspection",
            "people",
            "accounts",
            "access",
            "documents",
            "granting",
            "quarantine",
            "intake",
            "mail",
            "home");

    private static final ResourceBundle.Control THIS_LANGUAGE_ALONE =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private static final Map<Locale, Map<String, String>> PATTERNS =
            Languages.SPOKEN.stream().collect(Collectors.toUnmodifiableMap(Function.identity(), Messages::read));

    /**
     * The text of {@code key} with {@code {0}}, {@code {1}} … replaced.
     *
     * @throws MissingResourceException where there is none
     */
    public String text(Locale locale, String key, Object... arguments) {
        return find(locale, key, arguments)
                .orElseThrow(() -> new MissingResourceException("No text", Messages.class.getName(), key));
    }

    /** The text of {@code key} where there is one. */
    public Optional<String> find(Locale locale, String key, Object... arguments) {
        return Optional.ofNullable(patterns(locale).get(key))
                .map(pattern -> new MessageFormat(pattern, locale).format(arguments));
    }

    /** The texts of all keys that begin with {@code prefix}, by what follows it; none of them is given anything. */
    public Map<String, String> family(Locale locale, String prefix) {
        return patterns(locale).entrySet().stream()
                .filter(text -> text.getKey().startsWith(prefix))
                .collect(Collectors.toUnmodifiableMap(
                        text -> text.getKey().substring(prefix.length()),
                        text -> new MessageFormat(text.getValue(), locale).format(new Object[0])));
    }

    private static Map<String, String> patterns(Locale locale) {
        Locale language = Locale.forLanguageTag(locale.getLanguage());
        return Objects.requireNonNull(PATTERNS.get(Languages.SPOKEN.contains(language) ? language : Locale.ENGLISH));
    }

    private static Map<String, String> read(Locale language) {
        Map<String, String> patterns = new HashMap<>();
        for (String room : ROOMS) {
            ResourceBundle words = ResourceBundle.getBundle("messages." + room, language, THIS_LANGUAGE_ALONE);
            words.keySet().forEach(key -> patterns.put(key, words.getString(key)));
        }
        return Map.copyOf(patterns);
    }
}
