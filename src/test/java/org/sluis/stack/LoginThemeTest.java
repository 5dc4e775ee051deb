package org.sluis.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The looks of the realm's pages are kept beside the realm, in a folder of their own: here they stay the portal's. */
class LoginThemeTest {
    private static final Path THEME = Path.of("src/main/keycloak/themes/sluis/login");
    private static final Path PORTAL = Path.of("src/main/webapp/assets");
    private static final Pattern COLOUR = Pattern.compile("--([a-z-]+): (#[0-9a-f]{3,6});");

    /** By day and by night: what is readable there is readable here. */
    @ParameterizedTest
    @ValueSource(strings = {"css/sluis.css", "css/night.css"})
    void hasThePortalsColours(String sheet) throws IOException {
        Map<String, String> theirs = colours(THEME.resolve("resources").resolve(sheet));
        assertThat(theirs).isNotEmpty();
        assertThat(colours(PORTAL.resolve(sheet))).containsAllEntriesOf(theirs);
    }

    /** A colour that the night does not change would be one of the day, on the ground of the night. */
    @Test
    void hasAllItsColoursByNightToo() throws IOException {
        assertThat(colours(THEME.resolve("resources/css/night.css")).keySet())
                .isEqualTo(colours(THEME.resolve("resources/css/sluis.css")).keySet());
    }

    @Test
    void hasThePortalsSign() {
        assertThat(THEME.resolve("resources/img/logo.svg")).hasSameBinaryContentAs(PORTAL.resolve("logo.svg"));
    }

    @Test
    void saysTheSameInEachLanguage() throws IOException {
        for (String language : List.of("fr", "nl")) {
            assertThat(words(language).keySet()).isEqualTo(words("en").keySet());
        }
    }

    private static Properties words(String language) throws IOException {
        Properties words = new Properties();
        try (Reader file =
                Files.newBufferedReader(THEME.resolve("messages/messages_%s.properties".formatted(language)))) {
            words.load(file);
        }
        return words;
    }

    private static Map<String, String> colours(Path sheet) throws IOException {
        Map<String, String> colours = new TreeMap<>();
        Matcher found = COLOUR.matcher(Files.readString(sheet));
        while (found.find()) {
            colours.put(found.group(1), found.group(2));
        }
        return colours;
    }
}
