package org.sluis.platform.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.sluis.platform.config.Settings;

/** What the certification body has the portal wear instead of its own sign and colour. */
@ApplicationScoped
class Brand {

    /** By day only: by night the portal's own colours are the lighter ones that can be read. Strong is a fifth darker. */
    private static final String SHEET = """
            :root {
              --accent: %1$s;
              --accent-strong: color-mix(in srgb, %1$s 80%%, black);
              --fill: %1$s;
              --fill-strong: color-mix(in srgb, %1$s 80%%, black);
              --bs-link-color-rgb: %2$s;
              --bs-link-hover-color-rgb: %2$s;
            }
            """;

    private static final int HEXADECIMAL = 16;
    private static final int RED = 16;
    private static final int GREEN = 8;
    private static final int CHANNEL = 0xFF;

    @Inject
    Settings settings;

    /** @param path of an asset of the portal, from its root */
    Optional<byte[]> inPlaceOf(String path) {
        return switch (path) {
            case "/assets/logo.svg" -> settings.brand().logo().map(Brand::bytes);
            case "/assets/css/brand.css" ->
                settings.brand().colour().map(colour -> bytes(SHEET.formatted(colour, channels(colour))));
            default -> Optional.empty();
        };
    }

    /** As Bootstrap wants them: three numbers. */
    private static String channels(String colour) {
        int value = Integer.parseInt(colour.substring(1), HEXADECIMAL);
        return "%d, %d, %d".formatted(value >> RED & CHANNEL, value >> GREEN & CHANNEL, value & CHANNEL);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
