package org.sluis.inspection;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sluis.inspection.parsing.MediaTypes;

/** The manual's page on file types says what the code does: each type with its extensions and categories. */
class FileTypesManualTest {

    private static final Path PAGE = Path.of("src/site/markdown/file-types.md");
    private static final List<String> DOCUMENTS = List.of(
            "test-report",
            "inspection-report",
            "certificate",
            "attestation",
            "calibration-certificate",
            "marking",
            "regulation",
            "correspondence",
            "application-form",
            "exam-certificate");

    @Test
    void namesEachTypeWithItsExtensionsAndCategories() throws IOException {
        Map<String, List<String>> manual = table("| media type |");
        Map<String, List<String>> code = MediaTypes.KNOWN.stream()
                .collect(toMap(type -> type, type -> List.of(joined(MediaTypes.extensions(type)), categories(type))));
        assertThat(manual).isEqualTo(code);
    }

    private static String joined(Iterable<String> words) {
        TreeSet<String> sorted = new TreeSet<>();
        words.forEach(sorted::add);
        return String.join(", ", sorted);
    }

    /** As the page says it: the ten categories of documents by one word. */
    private static String categories(String type) {
        List<String> names = ShippedCategories.get().all().stream()
                .filter(category -> category.types().contains(type))
                .map(Category::name)
                .sorted()
                .toList();
        boolean documents = names.containsAll(DOCUMENTS);
        Stream<String> others = names.stream().filter(name -> !documents || !DOCUMENTS.contains(name));
        return Stream.concat(documents ? Stream.of("documents") : Stream.empty(), others)
                .collect(Collectors.joining(", "));
    }

    /** The rows of the table with this heading, by their first cell without its code marks. */
    private static Map<String, List<String>> table(String heading) throws IOException {
        return Files.readAllLines(PAGE).stream()
                .dropWhile(line -> !line.startsWith(heading))
                .skip(2)
                .takeWhile(line -> line.startsWith("|"))
                .map(line -> Arrays.stream(line.substring(1).split("\\|"))
                        .map(cell -> cell.strip().replace("`", ""))
                        .toList())
                .collect(toMap(cells -> cells.get(0), cells -> cells.subList(1, cells.size())));
    }
}
