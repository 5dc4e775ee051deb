package org.sluis.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.attoparser.MarkupParser;
import org.attoparser.ParseException;
import org.attoparser.config.ParseConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Views hold no words of their own, nothing unescaped and no code. */
class ViewsTest {

    static List<Path> views() throws IOException {
        List<Path> found = new ArrayList<>();
        for (String folder : List.of("src/main/webapp/WEB-INF/views", "src/main/resources/letters")) {
            try (Stream<Path> files = Files.walk(Path.of(folder))) {
                files.filter(file -> file.toString().endsWith(".html")).forEach(found::add);
            }
        }
        return found;
    }

    @ParameterizedTest
    @MethodSource("views")
    void sayNothingInOneLanguageOnly(Path view) throws IOException, ParseException {
        assertThat(faults(Files.readString(view))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>Hello</p>",
                "<img alt='A gate'>",
                "<input placeholder='Search'>",
                "<p th:text=\"'Hello ' + ${name}\"></p>",
                "<a th:title=\"${open} ? 'Open' : #{shut}\"></a>",
                "<p th:utext=\"${html}\"></p>",
                "<p style='color: red'></p>",
                "<button onclick='go()'></button>",
                "<script>go()</script>",
            })
    void areFoundOut(String view) throws ParseException {
        assertThat(faults(view)).hasSize(1);
    }

    @Test
    void mayHoldSignsAndKeys() throws ParseException {
        assertThat(faults(
                        "<p th:text=\"${title} + ' · ' + #{nav.home}\" title='' th:title=\"#{${'role.' + x}}\">·</p>"))
                .isEmpty();
    }

    private static List<String> faults(String view) throws ParseException {
        ViewReader reader = new ViewReader();
        new MarkupParser(ParseConfiguration.htmlConfiguration()).parse(view, reader);
        return reader.faults();
    }
}
