package org.sluis.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The words and looks of the mails that the realm sends. */
class MailThemeTest {
    private static final Path THEME = Path.of("src/main/keycloak/themes/sluis/email");
    private static final Path SHEET = Path.of("src/main/webapp/assets/css/sluis.css");
    private static final Pattern KEY = Pattern.compile("(?:msg\\(|text=msg\\()\"([A-Za-z]+)\"");
    private static final Pattern COLOUR = Pattern.compile("#[0-9a-f]{6}");

    @Test
    void saysTheSameInEachLanguage() throws IOException {
        for (String language : List.of("fr", "nl")) {
            assertThat(words(language).keySet()).isEqualTo(words("en").keySet());
        }
    }

    @Test
    void hasWordsForAllThatItSays() throws IOException {
        Set<String> keys = found(KEY);
        assertThat(keys).isNotEmpty();
        assertThat(words("en").keySet()).containsAll(keys);
    }

    @Test
    void saysTheSameToThoseWhoReadTextAlone() throws IOException {
        assertThat(names("text")).isEqualTo(names("html"));
    }

    @Test
    void hasThePortalsColours() throws IOException {
        String sheet = Files.readString(SHEET);
        assertThat(found(COLOUR))
                .filteredOn(colour -> !colour.equals("#ffffff"))
                .isNotEmpty()
                .allSatisfy(colour -> assertThat(sheet).contains(colour));
    }

    private static Set<String> found(Pattern what) throws IOException {
        Set<String> all = new TreeSet<>();
        for (String kind : List.of("html", "text")) {
            for (String name : names(kind)) {
                Matcher found =
                        what.matcher(Files.readString(THEME.resolve(kind).resolve(name)));
                while (found.find()) {
                    all.add(found.group(found.groupCount()));
                }
            }
        }
        return all;
    }

    private static Set<String> names(String kind) throws IOException {
        try (Stream<Path> files = Files.list(THEME.resolve(kind))) {
            Set<String> names = new TreeSet<>();
            files.map(file -> file.getFileName().toString()).forEach(names::add);
            return names;
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
}
