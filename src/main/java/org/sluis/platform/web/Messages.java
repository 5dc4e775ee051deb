package org.sluis.platform.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The words of the portal in English, French and Dutch. */
@ApplicationScoped
public class Messages {

    private static final ResourceBundle.Control ENGLISH_OTHERWISE =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    /** The text of {@code key} with {@code {0}}, {@code {1}} … replaced. */
    public String text(Locale locale, String key, Object... arguments) {
        String pattern =
                ResourceBundle.getBundle("messages", locale, ENGLISH_OTHERWISE).getString(key);
        return new MessageFormat(pattern, locale).format(arguments);
    }
}
