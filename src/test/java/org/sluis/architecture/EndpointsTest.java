package org.sluis.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.Entity;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.util.Arrays;
import java.util.Optional;
import org.sluis.kernel.Role;

/** Every address of the portal, REST and pages alike, says who may use it and leaves the work to a use case. */
@AnalyzeClasses(packages = "org.sluis", importOptions = DoNotIncludeTests.class)
class EndpointsTest {

    private static final DescribedPredicate<JavaMethod> ENDPOINTS =
            DescribedPredicate.describe("answer requests", method -> method.isMetaAnnotatedWith(HttpMethod.class));

    private static final DescribedPredicate<JavaMethod> OPEN_TO_NAMED_ROLES = DescribedPredicate.describe(
            "declared with @PermitAll, or with @RolesAllowed and roles of the portal", EndpointsTest::declaresItsRoles);

    private static final DescribedPredicate<JavaClass> RESOURCES_AND_PAGES = DescribedPredicate.describe(
            "resources and pages",
            type -> type.getMethods().stream().anyMatch(ENDPOINTS)
                    || type.getSimpleName().matches(".*(Resource|Pages)"));

    @ArchTest
    static final ArchRule endpointsDeclareTheirRoles = methods()
            .that(ENDPOINTS)
            .should(be(OPEN_TO_NAMED_ROLES))
            .because(
                    "who may call an address is decided where it is written, never by default (promise B2, ASVS 8.2.1)");

    @ArchTest
    static final ArchRule addressesEndInAMethodThatAnswers = noMethods()
            .that()
            .areAnnotatedWith(Path.class)
            .should(be(DescribedPredicate.not(ENDPOINTS)))
            .because("a sub-resource that is looked up while the request runs declares no roles to anybody");

    @ArchTest
    static final ArchRule endpointsLeaveTheDatabaseToUseCases = noClasses()
            .that(RESOURCES_AND_PAGES)
            .should()
            .dependOnClassesThat(resideInAPackage("jakarta.persistence..")
                    .or(resideInAPackage("java.sql.."))
                    .or(resideInAPackage("javax.sql.."))
                    .or(resideInAPackage("jakarta.transaction.."))
                    .or(DescribedPredicate.describe("are entities", type -> type.isAnnotatedWith(Entity.class))))
            .because("REST and pages call the same use case, so neither has a second way to the data");

    private static boolean declaresItsRoles(JavaMethod method) {
        if (method.isAnnotatedWith(PermitAll.class)) {
            return !method.isAnnotatedWith(RolesAllowed.class);
        }
        return method.tryGetAnnotationOfType(RolesAllowed.class)
                .or(() -> onClass(method))
                .filter(roles -> roles.value().length > 0)
                .filter(roles -> Arrays.stream(roles.value())
                        .allMatch(role -> Role.of(role).isPresent()))
                .isPresent();
    }

    private static Optional<RolesAllowed> onClass(JavaMethod method) {
        return method.getOwner().tryGetAnnotationOfType(RolesAllowed.class);
    }
}
