package org.sluis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One line of the table of fields in the manual: members of an answer, and who may have them.
 *
 * @param answer the record that leaves, as the description of the API names it
 * @param members its members, those of records inside it as {@code outer.inner}
 * @param client {@code yes}, {@code no}, or the {@link Relation} it takes; so in the other columns
 */
public record Field(String answer, Set<String> members, String client, String inspector, String admin, String dpo)
        implements Comparable<Field> {

    private static final Path MANUAL = Path.of("src/site/markdown/fields.md");
    private static final Pattern LINE = Pattern.compile(
            "\\| `(\\w+)` \\| ((?:`[\\w.]+`,? ?)+) \\| ([a-z ]+) \\| ([a-z ]+) \\| ([a-z ]+) \\| ([a-z ]+) \\|");

    public Field {
        members = Set.copyOf(members);
    }

    /** How a reader may stand to what is read; each is written in the manual as it is called here. */
    public enum Relation {
        SENDER,
        SAME_SIDE,
        THEMSELVES,
        RENTAL;

        private static Relation of(String said) {
            return valueOf(said.toUpperCase(Locale.ROOT).replace(' ', '_'));
        }
    }

    /** Whoever reads: a role, and how the reader stands to what is read. */
    public record Reader(String role, Set<Relation> relations) {

        public Reader {
            relations = Set.copyOf(relations);
        }

        public Reader(String role, Relation... relations) {
            this(role, Set.of(relations));
        }
    }

    public static List<Field> inTheManual() {
        try {
            return Files.readAllLines(MANUAL).stream()
                    .map(LINE::matcher)
                    .filter(Matcher::matches)
                    .map(line -> new Field(
                            line.group(1),
                            Arrays.stream(line.group(2).split(",", -1))
                                    .map(member -> member.strip().replace("`", ""))
                                    .collect(Collectors.toSet()),
                            line.group(3),
                            line.group(4),
                            line.group(5),
                            line.group(6)))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The members of {@code answer} that {@code reader} is given. */
    public static Set<String> of(String answer, Reader reader) {
        return inTheManual().stream()
                .filter(field -> field.answer.equals(answer) && field.isFor(reader))
                .map(Field::members)
                .flatMap(Collection::stream)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private boolean isFor(Reader reader) {
        String said = switch (reader.role) {
            case "client" -> client;
            case "inspector" -> inspector;
            case "admin" -> admin;
            case "dpo" -> dpo;
            default -> throw new IllegalArgumentException(reader.role);
        };
        return switch (said) {
            case "yes" -> true;
            case "no" -> false;
            default -> reader.relations.contains(Relation.of(said));
        };
    }

    /** As the manual writes it. */
    public String line() {
        return "| `%s` | %s | %s | %s | %s | %s |"
                .formatted(
                        answer,
                        members.stream()
                                .sorted()
                                .map(member -> "`" + member + "`")
                                .collect(Collectors.joining(", ")),
                        client,
                        inspector,
                        admin,
                        dpo);
    }

    @Override
    public int compareTo(Field other) {
        return line().compareTo(other.line());
    }
}
