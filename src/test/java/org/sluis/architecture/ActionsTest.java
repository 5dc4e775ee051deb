package org.sluis.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.sluis.Actions;
import org.sluis.kernel.AuditAction;
import org.sluis.kernel.Facts;
import org.sluis.kernel.Sha256;

/** What the trail can hold: the actions that rooms declare, each with the type of its facts, and the manual's list of them. */
class ActionsTest {

    private static final Path MANUAL = Path.of("src/site/markdown/operations.md");
    private static final Pattern LINE = Pattern.compile("\\| `([a-z-]+)` \\| ([a-z]+) \\| (.*) \\|");
    private static final Pattern FACT = Pattern.compile("`([A-Za-z0-9]+)`");

    private static final Set<Class<?>> VALUES = Set.of(
            int.class,
            long.class,
            boolean.class,
            Integer.class,
            Long.class,
            Boolean.class,
            String.class,
            UUID.class,
            Sha256.class,
            Instant.class);

    private final List<Class<?>> enums = Actions.enums();
    private final List<AuditAction> actions = Actions.declared();

    @Test
    void everyRoomHasOneEnumOfActions() {
        assertThat(enums).isNotEmpty().allMatch(Class::isEnum);
        assertThat(enums.stream().map(Class::getPackageName)).doesNotHaveDuplicates();
    }

    @Test
    void noTwoActionsHaveTheSameCode() {
        assertThat(actions.stream().map(AuditAction::code))
                .doesNotHaveDuplicates()
                .allMatch(code -> code.matches("[a-z]+(-[a-z]+)*"));
    }

    @Test
    void factsAreRecordsWhoseEveryComponentHasOneSpelling() {
        for (AuditAction action : actions) {
            Class<? extends Facts> facts = action.facts();
            assertThat(facts.isRecord()).as(action.code()).isTrue();
            assertThat(facts.getEnclosingClass().getSimpleName())
                    .as(action.code())
                    .matches(".*(Facts|Action)");
            assertThat(facts.getRecordComponents()).as(action.code()).allMatch(ActionsTest::hasOneSpelling);
        }
    }

    /** Codes are for ever, so a change of one has to be made in two places. */
    @Test
    void manualListsThemWithTheirRoomsAndFacts() throws IOException {
        Set<String> listed = Files.readAllLines(MANUAL).stream()
                .map(LINE::matcher)
                .filter(Matcher::matches)
                .map(line -> row(line.group(1), line.group(2), facts(line.group(3))))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(listed)
                .isEqualTo(actions.stream().map(ActionsTest::row).collect(Collectors.toCollection(TreeSet::new)));
    }

    private static boolean hasOneSpelling(RecordComponent component) {
        Type type = component.getGenericType();
        if (type instanceof ParameterizedType generic
                && (generic.getRawType() == Optional.class || generic.getRawType() == List.class)) {
            return isValue(generic.getActualTypeArguments()[0]);
        }
        return isValue(type);
    }

    private static boolean isValue(Type type) {
        return type instanceof Class<?> plain && (VALUES.contains(plain) || plain.isEnum());
    }

    private static String row(AuditAction action) {
        return row(
                action.code(),
                action.getClass().getPackageName().split("\\.", -1)[2],
                Arrays.stream(action.facts().getRecordComponents())
                        .map(RecordComponent::getName)
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    private static String row(String code, String room, Set<String> facts) {
        return code + " " + room + " " + facts;
    }

    private static Set<String> facts(String told) {
        return FACT.matcher(told).results().map(fact -> fact.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }
}
