package org.sluis.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which tables the statements in the texts of the sources read and write, in SQL and in JPQL. */
final class SqlInSources {

    private static final Path SOURCES = Path.of("src/main/java/org/sluis");

    /** What could look like a text and is none comes first. */
    private static final Pattern TEXT = Pattern.compile(
            "//[^\n]*|/\\*.*?\\*/|'(?:\\\\.|[^'\\\\])+'|\"\"\"(.*?)(?<!\\\\)\"\"\"|\"([^\"\\\\\n]*+(?:\\\\.[^\"\\\\\n]*+)*+)\"",
            Pattern.DOTALL);

    private static final Pattern WRITTEN = Pattern.compile("\\b(?:insert into|delete from|update|truncate)\\s+(\\w+)");
    private static final Pattern READ = Pattern.compile(
            "(?<!delete )\\b(?:from|join|using)\\s+(\\w+(?:\\s+(?:as\\s+)?\\w+)?(?:\\s*,\\s*\\w+\\s+\\w+)*)");

    private SqlInSources() {}

    /** One use of a table by one type. */
    record Use(String room, String type, String table, boolean writes) {}

    /**
     * All of them.
     *
     * @param table gives the table's name for that of a table or an entity, and anything else for what is neither
     */
    static Set<Use> uses(Set<String> tables, UnaryOperator<String> table) {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .flatMap(file -> usesIn(file, table))
                    .filter(use -> tables.contains(use.table()))
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Use> usesIn(Path file, UnaryOperator<String> table) {
        String room = SOURCES.relativize(file).getName(0).toString();
        String type = file.getFileName().toString().replace(".java", "");
        return texts(file)
                .flatMap(text -> Stream.concat(
                        WRITTEN.matcher(text)
                                .results()
                                .map(found -> new Use(room, type, table.apply(found.group(1)), true)),
                        READ.matcher(text)
                                .results()
                                .flatMap(SqlInSources::names)
                                .map(name -> new Use(room, type, table.apply(name), false))));
    }

    /** {@code from person p, team t} names two. */
    private static Stream<String> names(MatchResult from) {
        return Stream.of(from.group(1).split("\\s*,\\s*", -1)).map(name -> name.split("\\s", -1)[0]);
    }

    private static Stream<String> texts(Path file) {
        try {
            return TEXT.matcher(Files.readString(file))
                    .results()
                    .flatMap(text -> Stream.of(1, 2)
                            .map(text::group)
                            .filter(found -> found != null)
                            .map(found -> found.toLowerCase(Locale.ROOT)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
