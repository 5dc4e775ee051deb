package org.sluis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The manual says what each promise is that the code names by number. */
class PromisesTest {

    private static final Pattern ROW = Pattern.compile("(?m)^\\| ([BC]\\d+) \\| \\S[^|]+ \\| \\S[^|]+ \\|$");
    private static final Pattern CITATION = Pattern.compile("\\bpromises? ([BC]\\d+(?:, [BC]\\d+)*)");

    @Test
    void manualKnowsEachOnce() throws IOException {
        assertThat(rows())
                .containsExactlyElementsOf(Stream.concat(
                                IntStream.rangeClosed(1, 20).mapToObj(number -> "B" + number),
                                IntStream.rangeClosed(1, 9).mapToObj(number -> "C" + number))
                        .toList());
    }

    @Test
    void codeNamesNoOther() throws IOException {
        assertThat(cited()).isNotEmpty().isSubsetOf(rows());
    }

    private static List<String> rows() throws IOException {
        return ROW.matcher(Files.readString(Path.of("src/site/markdown/promises.md")))
                .results()
                .map(row -> row.group(1))
                .toList();
    }

    private static Set<String> cited() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main"))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .flatMap(file -> CITATION.matcher(text(file)).results().map(MatchResult::group))
                    .flatMap(citation ->
                            Stream.of(citation.replaceFirst("promises? ", "").split(", ", -1)))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
