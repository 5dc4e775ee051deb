package org.sluis.platform.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.sluis.kernel.PlainText;
import org.sluis.kernel.ProblemException;

/** Reads what the portal wears: the name, the sign and the colour of the certification body. */
final class BrandSettings {

    private static final String NAME = "sluis.brand.name";
    private static final String USUAL = "Sluis";
    private static final int LONGEST_NAME = 40;
    private static final long LARGEST_LOGO = 64 * 1024;

    private static final Pattern COLOUR = Pattern.compile("#[0-9a-f]{6}");
    private static final Pattern SVG = Pattern.compile(
            "\\A\\s*(<\\?xml[^>]*>\\s*)?((<!--.*?-->|<!DOCTYPE[^>\\[]*>)\\s*)*<svg\\b.*", Pattern.DOTALL);

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /** WCAG 2.2, 1.4.3. */
    private static final double READABLE = 4.5;

    /** The ground of what is chosen, the darkest on which the colour stands by day. */
    private static final int WATER = 0xE3F1EF;

    private static final int HEXADECIMAL = 16;
    private static final int RED = 16;
    private static final int GREEN = 8;
    private static final int CHANNEL = 0xFF;
    private static final double LINEAR_UP_TO = 0.04045;

    private final SettingsReader values;

    BrandSettings(SettingsReader values) {
        this.values = values;
    }

    Settings.Brand read() {
        return new Settings.Brand(
                name(), values.value("sluis.brand.logo").flatMap(this::logo), colour("sluis.brand.colour"));
    }

    /** It stands in titles, at the head of pages and before the sender's address. */
    String name() {
        try {
            return PlainText.line(NAME, values.value(NAME).orElse(USUAL), LONGEST_NAME);
        } catch (ProblemException unfit) {
            values.complain(
                    "%s must have 1 to %d characters that can be seen, on one line".formatted(NAME, LONGEST_NAME));
            return USUAL;
        }
    }

    private Optional<String> logo(String file) {
        try {
            Path path = Path.of(file);
            if (Files.size(path) <= LARGEST_LOGO) {
                String drawing = Files.readString(path).replaceFirst("\\A" + BYTE_ORDER_MARK, "");
                if (SVG.matcher(drawing).matches()) {
                    return Optional.of(drawing);
                }
            }
            values.complain("sluis.brand.logo is no SVG drawing of at most 64 KiB: " + file);
        } catch (IOException unreadable) {
            values.complain("sluis.brand.logo cannot be read: " + file);
        }
        return Optional.empty();
    }

    private Optional<String> colour(String key) {
        Optional<String> colour = values.value(key).map(given -> given.toLowerCase(Locale.ROOT));
        if (colour.isEmpty()) {
            return colour;
        }
        if (!COLOUR.matcher(colour.get()).matches()) {
            values.complain(key + " is not a colour such as #0d4a52");
            return Optional.empty();
        }
        if (contrast(Integer.parseInt(colour.get().substring(1), HEXADECIMAL)) < READABLE) {
            values.complain(
                    key
                            + " is too light: its text on the ground of what is chosen could not be read (WCAG 2.2, contrast 4.5 to 1)");
        }
        return colour;
    }

    private static double contrast(int colour) {
        return (luminance(WATER) + 0.05) / (luminance(colour) + 0.05);
    }

    private static double luminance(int colour) {
        return 0.2126 * linear(colour >> RED) + 0.7152 * linear(colour >> GREEN) + 0.0722 * linear(colour);
    }

    private static double linear(int shifted) {
        double channel = (shifted & CHANNEL) / (double) CHANNEL;
        return channel <= LINEAR_UP_TO ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }
}
