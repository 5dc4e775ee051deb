package org.sluis.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.conditions.ArchConditions.have;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.persistence.Entity;
import java.util.Map;

/** Entities have behaviour and keep their state to themselves. */
@AnalyzeClasses(packages = "org.sluis", importOptions = DoNotIncludeTests.class)
class EntitiesTest {

    /**
     * What the quarantine decides becomes of a version, and what the realm says of a person becomes of that person, in the
     * transaction of the decision: each by the entity's own methods, and by nobody else.
     */
    private static final Map<String, String> ONE_MORE_ROOM = Map.of(
            "org.sluis.documents.Document", "org.sluis.quarantine",
            "org.sluis.documents.DocumentVersion", "org.sluis.quarantine",
            "org.sluis.people.Person", "org.sluis.accounts",
            "org.sluis.people.Organisation", "org.sluis.accounts");

    @ArchTest
    static final ArchRule entitiesStayInTheirRoom = classes()
            .that()
            .areAnnotatedWith(Entity.class)
            .should(have(
                    describe("no user outside their room but the one declared", EntitiesTest::isKnownWhereDeclared)))
            .because("another room gets a value or an answer, never a row it could change");

    @ArchTest
    static final ArchRule entitiesHideTheirState = fields().that()
            .areDeclaredInClassesThat()
            .areAnnotatedWith(Entity.class)
            .should()
            .bePrivate()
            .because("what an entity allows is said by its methods");

    @ArchTest
    static final ArchRule entitiesHaveNoSetters = methods()
            .that()
            .areDeclaredInClassesThat()
            .areAnnotatedWith(Entity.class)
            .should()
            .haveNameNotMatching("set[A-Z].*")
            .because("a setter says what is stored; the domain says what happened: released, rejected, granted");

    private static boolean isKnownWhereDeclared(JavaClass entity) {
        String more = ONE_MORE_ROOM.getOrDefault(entity.getFullName(), entity.getPackageName());
        return entity.getDirectDependenciesToSelf().stream()
                .map(use -> use.getOriginClass().getPackageName())
                .allMatch(room -> room.equals(entity.getPackageName()) || room.equals(more));
    }
}
