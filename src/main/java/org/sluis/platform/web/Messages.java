package org.sluis.platform.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;

/** The words of the portal in English, French and Dutch. */
@ApplicationScoped
public class Messages {

    private static final ResourceBundle.Control ENGLISH_OTHERWISE =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    /** The text of {@code key} with {@code {0}}, {@code {1}} … replaced. */
    public String text(Locale locale, String key, Object... arguments) {
        return new MessageFormat(words(locale).getString(key), locale).format(arguments);
    }

    /** The text of {@code key} where there is one. */
    public Optional<String> find(Locale locale, String key, Object... arguments) {
        return words(locale).containsKey(key) ? Optional.of(text(locale, key, arguments)) : Optional.empty();
    }

    private static ResourceBundle words(Locale locale) {
        return ResourceBundle.getBundle("messages", locale, ENGLISH_OTHERWISE);
    }
}
