package org.sluis.architecture;

import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.NullMarked;

/** The rooms and their storeys: imports go downwards only, rooms on one storey do not know each other. */
@AnalyzeClasses(packages = "org.sluis", importOptions = DoNotIncludeTests.class)
class RoomsTest {

    private static final String ASSEMBLY = "assembly";

    /** From the roof to the ground; a room that is not built yet holds nothing and hinders nobody. */
    private static final List<List<String>> STOREYS = List.of(
            List.of("home"),
            List.of("mail"),
            List.of("privacy"),
            List.of("retention"),
            List.of("dossiers", "intake"),
            List.of("granting", "quarantine"),
            List.of("documents"),
            List.of("access"),
            List.of("accounts"),
            List.of("audit", "people", "blob", "inspection"),
            List.of("platform"),
            List.of("kernel"));

    /** They live with the pages, and problems of the API borrow them. */
    private static final DescribedPredicate<JavaClass> WORDS = DescribedPredicate.describe(
            "words", type -> type.getFullName().matches("org\\.sluis\\.platform\\.web\\.(Messages|Languages)"));

    @ArchTest
    static final ArchRule roomsKnowOnlyThoseBelow = storeys()
            .because("a room that knows only those below can be understood, tested and replaced without the rest");

    @ArchTest
    static final ArchRule roomsFormNoCycle = slices().matching("org.sluis.(*)..")
            .should()
            .beFreeOfCycles()
            .because("in a cycle nothing comes first, neither for a reader nor for a change");

    @ArchTest
    static final ArchRule partsOfThePlatformFormNoCycle = slices().matching("org.sluis.platform.(*)..")
            .should()
            .beFreeOfCycles()
            .ignoreDependency(DescribedPredicate.alwaysTrue(), WORDS)
            .because("the platform is many small things, each usable without those that build on it");

    @ArchTest
    static final ArchRule everyPackageIsNullMarked = classes()
            .should(be(DescribedPredicate.describe("in a @NullMarked package", RoomsTest::isNullMarked)))
            .because("NullAway looks only where the package says that null is the exception");

    @ArchTest
    static void manualDrawsTheSameStoreys(JavaClasses classes) throws IOException {
        String picture = STOREYS.stream()
                .map(storey ->
                        storey.stream().filter(room -> isBuilt(classes, room)).collect(Collectors.joining(" · ")))
                .filter(storey -> !storey.isEmpty())
                .collect(Collectors.joining("\n", "```\n", "\n```\n"));
        assertThat(Files.readString(Path.of("src/site/markdown/architecture.md")))
                .contains(picture);
    }

    /** Whether a room is on a higher storey than another. */
    static boolean isAbove(String room, String other) {
        return storey(room) < storey(other);
    }

    private static int storey(String room) {
        return IntStream.range(0, STOREYS.size())
                .filter(storey -> STOREYS.get(storey).contains(room))
                .findFirst()
                .orElseThrow();
    }

    private static boolean isBuilt(JavaClasses classes, String room) {
        return classes.stream().anyMatch(type -> (type.getPackageName() + ".").startsWith("org.sluis." + room + "."));
    }

    private static boolean isNullMarked(JavaClass type) {
        return type.getPackage().isAnnotatedWith(NullMarked.class);
    }

    private static LayeredArchitecture storeys() {
        LayeredArchitecture house = layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .withOptionalLayers(true)
                .layer(ASSEMBLY)
                .definedBy("org.sluis")
                .whereLayer(ASSEMBLY)
                .mayNotBeAccessedByAnyLayer()
                .ensureAllClassesAreContainedInArchitecture();
        for (String room : STOREYS.stream().flatMap(List::stream).toList()) {
            house = house.optionalLayer(room).definedBy("org.sluis." + room + "..");
        }
        for (int storey = 0; storey < STOREYS.size(); storey++) {
            String[] below = STOREYS.subList(storey + 1, STOREYS.size()).stream()
                    .flatMap(List::stream)
                    .toArray(String[]::new);
            for (String room : STOREYS.get(storey)) {
                house = below.length == 0
                        ? house.whereLayer(room).mayNotAccessAnyLayer()
                        : house.whereLayer(room).mayOnlyAccessLayers(below);
            }
        }
        return house;
    }
}
