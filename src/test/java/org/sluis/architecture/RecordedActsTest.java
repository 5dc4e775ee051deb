package org.sluis.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import jakarta.ws.rs.core.Application;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sluis.Pages;
import org.sluis.PortalClasses;
import org.sluis.RestApi;
import org.sluis.Route;
import org.sluis.kernel.AuditEvent;

/**
 * Every address, of the API and of the pages, that changes something leads to an entry in the trail: whoever follows the calls
 * from it comes to the making of an event of something done. {@code LedgerIT} shows that it is made; this one forgets no
 * address.
 */
class RecordedActsTest {

    private static final Set<String> CHANGING = Set.of("POST", "PUT", "PATCH", "DELETE");

    private final JavaClasses portal = PortalClasses.all();

    private final Map<JavaCodeUnit, Set<JavaCodeUnit>> calls = new HashMap<>();

    @Test
    void everyChangeByTheApiIsRecorded() {
        assertThat(unrecorded(new RestApi(), "/api/")).isEmpty();
    }

    @Test
    void everyChangeByAPageIsRecorded() {
        assertThat(unrecorded(new Pages(), "/portal/")).isEmpty();
    }

    /** Otherwise following calls would prove nothing. */
    @Test
    void notEverythingLeadsToTheTrail() {
        Set<String> quiet = endpoints(new RestApi(), "/api/")
                .filter(endpoint -> !isRecorded(endpoint.method()))
                .map(Endpoint::address)
                .collect(Collectors.toSet());
        assertThat(quiet).contains("GET /api/me", "GET /api/openapi", "HEAD /api/uploads/{id}");
    }

    private record Endpoint(String address, JavaMethod method) {

        boolean changes() {
            return CHANGING.contains(address.substring(0, address.indexOf(' ')));
        }
    }

    private Set<String> unrecorded(Application application, String root) {
        Set<Endpoint> changing =
                endpoints(application, root).filter(Endpoint::changes).collect(Collectors.toSet());
        assertThat(changing).hasSizeGreaterThan(20);
        return changing.stream()
                .filter(endpoint -> !isRecorded(endpoint.method()))
                .map(Endpoint::address)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Stream<Endpoint> endpoints(Application application, String root) {
        return application.getClasses().stream()
                .filter(type -> type.isAnnotationPresent(jakarta.ws.rs.Path.class))
                .flatMap(type -> portal.get(type).getAllMethods().stream()
                        .filter(method -> portal.contain(method.getOwner().getFullName()))
                        .flatMap(method -> endpoint(root, type, method).stream()));
    }

    private static Optional<Endpoint> endpoint(String root, Class<?> type, JavaMethod method) {
        return Route.of(root, type, method.reflect()).map(route -> new Endpoint(route.address(), method));
    }

    private boolean isRecorded(JavaCodeUnit start) {
        Set<JavaCodeUnit> met = new HashSet<>(Set.of(start));
        Deque<JavaCodeUnit> ahead = new ArrayDeque<>(met);
        while (!ahead.isEmpty()) {
            for (JavaCodeUnit next : calls.computeIfAbsent(ahead.remove(), this::called)) {
                if (next.getOwner().isEquivalentTo(AuditEvent.class)
                        && next.getName().equals("done")) {
                    return true;
                }
                if (met.add(next)) {
                    ahead.add(next);
                }
            }
        }
        return false;
    }

    private Set<JavaCodeUnit> called(JavaCodeUnit caller) {
        return Stream.concat(
                        caller.getCallsFromSelf().stream().map(call -> call.getTarget()),
                        caller.getCodeUnitReferencesFromSelf().stream().map(reference -> reference.getTarget()))
                .filter(target -> target.getOwner().getPackageName().startsWith("org.sluis"))
                .flatMap(this::resolved)
                .collect(Collectors.toSet());
    }

    /** The method itself, and those that stand in for it. */
    private Stream<JavaCodeUnit> resolved(CodeUnitAccessTarget target) {
        return Stream.concat(
                target.resolveMember().stream(),
                target.getOwner().getAllSubclasses().stream().flatMap(type -> overriding(type, target).stream()));
    }

    private static Optional<JavaMethod> overriding(JavaClass type, CodeUnitAccessTarget target) {
        return type.tryGetMethod(
                target.getName(),
                target.getRawParameterTypes().stream()
                        .map(JavaClass::getFullName)
                        .toArray(String[]::new));
    }
}
