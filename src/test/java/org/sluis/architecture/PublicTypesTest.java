package org.sluis.architecture;

import static com.tngtech.archunit.core.domain.JavaModifier.PUBLIC;
import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.enterprise.context.NormalScope;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.persistence.Converter;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.annotation.WebListener;
import jakarta.servlet.annotation.WebServlet;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.ext.Provider;
import java.util.Set;
import org.eclipse.persistence.sessions.SessionCustomizer;

/**
 * The interface of a room is its public types, so a type is public because somebody outside needs it. Exceptions are
 * public wherever they are thrown: whoever calls may want to tell one from another. An interface or
 * an event is where a room lets one above it step in.
 */
@AnalyzeClasses(packages = "org.sluis", importOptions = DoNotIncludeTests.class)
class PublicTypesTest {

    private static final DescribedPredicate<JavaClass> NEEDED_OUTSIDE = DescribedPredicate.describe(
            "needed by another room or by the container",
            type -> isUsedOutside(type)
                    || isPartOfASignature(type)
                    || isMadeByTheContainer(type)
                    || isTold(type)
                    || type.isInterface()
                    || type.isAssignableTo(Throwable.class));

    /** Views call these by the name they are given under. */
    private static final Set<String> CALLED_BY_VIEWS = Set.of("org.sluis.platform.web.Formats");

    @ArchTest
    static final ArchRule publicTypesAreNeededOutside = classes()
            .that()
            .resideInAPackage("org.sluis.*..")
            .and()
            .arePublic()
            .and()
            .areTopLevelClasses()
            .and()
            .areNotAnnotations()
            .should(be(NEEDED_OUTSIDE))
            .because("what nobody outside can see can be changed without asking anybody");

    private static boolean isUsedOutside(JavaClass type) {
        return type.getDirectDependenciesToSelf().stream()
                .map(use -> use.getOriginClass())
                .anyMatch(user -> !user.getPackageName().equals(type.getPackageName()));
    }

    /** What a public method of a public type takes or gives goes where that type goes. */
    private static boolean isPartOfASignature(JavaClass type) {
        return type.getDirectDependenciesToSelf().stream()
                .map(use -> use.getOriginClass())
                .filter(user -> user.getModifiers().contains(PUBLIC) && !user.equals(type))
                .flatMap(user -> user.getCodeUnits().stream())
                .filter(unit -> unit.getModifiers().contains(PUBLIC))
                .anyMatch(unit -> mentions(unit, type));
    }

    private static boolean mentions(JavaCodeUnit unit, JavaClass type) {
        return unit.getReturnType().getAllInvolvedRawTypes().contains(type)
                || unit.getParameterTypes().stream()
                        .anyMatch(
                                parameter -> parameter.getAllInvolvedRawTypes().contains(type));
    }

    private static boolean isTold(JavaClass type) {
        return type.getDirectDependenciesToSelf().stream()
                .flatMap(use -> use.getOriginClass().getFields().stream())
                .filter(field -> field.getRawType().isEquivalentTo(Event.class))
                .anyMatch(field -> field.getType().getAllInvolvedRawTypes().contains(type));
    }

    /** Jersey, the servlet container, the persistence provider, the proxies of CDI and the view engine reach only public classes. */
    private static boolean isMadeByTheContainer(JavaClass type) {
        return type.isMetaAnnotatedWith(NormalScope.class)
                || type.isAnnotatedWith(Path.class)
                || type.isAnnotatedWith(Provider.class)
                || type.isAnnotatedWith(WebFilter.class)
                || type.isAnnotatedWith(WebServlet.class)
                || type.isAnnotatedWith(WebListener.class)
                || type.isAnnotatedWith(Converter.class)
                || type.isAssignableTo(SessionCustomizer.class)
                || type.isAssignableTo(Extension.class)
                || CALLED_BY_VIEWS.contains(type.getFullName());
    }
}
