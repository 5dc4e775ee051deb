package org.sluis.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.sluis.PortalClasses;

/** Who sends SQL instead of JPQL has a reason, and the decision on that names both. */
class NativeStatementsTest {

    private static final Path DECISION = Path.of("src/adr/0041-native-statements-and-their-reasons.md");
    private static final Pattern NAMED = Pattern.compile("`([A-Z]\\w+)`");

    @Test
    void everyClassThatSendsOneIsNamedWithItsReasonAndNoOther() throws IOException {
        List<String> senders = PortalClasses.all().stream()
                .filter(NativeStatementsTest::sendsOne)
                .map(JavaClass::getSimpleName)
                .toList();
        List<String> named = Files.readAllLines(DECISION).stream()
                .filter(line -> line.startsWith("| **"))
                .flatMap(line -> NAMED.matcher(line.substring(line.lastIndexOf(" | ")))
                        .results()
                        .map((MatchResult name) -> name.group(1)))
                .toList();
        assertThat(named).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(senders);
    }

    private static boolean sendsOne(JavaClass type) {
        return type.getMethodCallsFromSelf().stream()
                .anyMatch(call -> call.getTarget().getName().equals("createNativeQuery"));
    }
}
