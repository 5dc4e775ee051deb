package org.sluis.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Row security is written in one place: what a versioned migration said of it would be undone or go unnoticed. */
class MigrationsTest {

    private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");
    private static final Pattern VERSIONED = Pattern.compile("V(\\d+)__\\w+\\.sql");
    private static final Pattern FUNCTION = Pattern.compile("^create or replace function (\\w+)\\(", Pattern.MULTILINE);

    /** Those up to this one were carried out before there was a place for it. */
    private static final int LAST_WITH_POLICIES = 25;

    @Test
    void noLaterVersionedMigrationTouchesPoliciesOrWhatTheyStandOn() throws IOException {
        List<String> functions = FUNCTION.matcher(text(MIGRATIONS.resolve("R__row_security.sql")))
                .results()
                .map(function -> function.group(1))
                .toList();
        assertThat(functions).contains("wall_enter", "wall_person");
        Pattern forbidden = Pattern.compile("\\bpolicy\\b|\\bfunction (" + String.join("|", functions) + ")\\b");
        assertThat(statements(MIGRATIONS.resolve("V24__walls_around_people.sql")))
                .containsPattern(forbidden);
        assertThat(laterMigrations())
                .allSatisfy(migration -> assertThat(statements(migration)).doesNotContainPattern(forbidden));
    }

    private static List<Path> laterMigrations() throws IOException {
        try (Stream<Path> files = Files.list(MIGRATIONS)) {
            return files.filter(MigrationsTest::isLater).toList();
        }
    }

    private static boolean isLater(Path file) {
        Matcher versioned = VERSIONED.matcher(file.getFileName().toString());
        return versioned.matches() && Integer.parseInt(versioned.group(1)) > LAST_WITH_POLICIES;
    }

    private static String statements(Path migration) {
        return text(migration)
                .replaceAll("(?m)--.*$", "")
                .replaceAll("\\s+", " ")
                .toLowerCase(Locale.ROOT);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
