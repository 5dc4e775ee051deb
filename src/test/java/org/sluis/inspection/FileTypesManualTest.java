package org.sluis.inspection;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.sluis.inspection.parsing.MediaTypes;
import org.sluis.inspection.parsing.Rule;

/** The manual's page on file types says what the code does: each type with its extensions and categories, and each rule. */
class FileTypesManualTest {

    private static final Path PAGE = Path.of("src/site/markdown/file-types.md");

    @Test
    void namesEachTypeWithItsExtensionsAndCategories() throws IOException {
        Map<String, List<String>> manual = table("| media type |");
        Map<String, List<String>> code = MediaTypes.KNOWN.stream()
                .collect(toMap(type -> type, type -> List.of(joined(MediaTypes.extensions(type)), categories(type))));
        assertThat(manual).isEqualTo(code);
    }

    @Test
    void namesEachRuleWithItsProblem() throws IOException {
        Map<String, String> manual = new TreeMap<>();
        table("| rule |").forEach((rule, cells) -> manual.put(rule, cells.get(0)));
        Map<String, String> code = Arrays.stream(Rule.values())
                .collect(toMap(Rule::slug, rule -> rule.problem().slug()));
        assertThat(manual).isEqualTo(code);
    }

    private static String joined(Iterable<String> words) {
        TreeSet<String> sorted = new TreeSet<>();
        words.forEach(sorted::add);
        return String.join(", ", sorted);
    }

    private static String categories(String type) {
        return ShippedCategories.get().all().stream()
                .filter(category -> category.types().contains(type))
                .map(Category::name)
                .sorted()
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
