package org.sluis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sluis.platform.rest.Audience.ADMIN;
import static org.sluis.platform.rest.Audience.ADMIN_OF_RENTAL;
import static org.sluis.platform.rest.Audience.CLIENT;
import static org.sluis.platform.rest.Audience.CLIENT_OF_SAME_SIDE;
import static org.sluis.platform.rest.Audience.CLIENT_THEMSELVES;
import static org.sluis.platform.rest.Audience.CLIENT_UPLOADER;
import static org.sluis.platform.rest.Audience.DPO;
import static org.sluis.platform.rest.Audience.INSPECTOR;
import static org.sluis.platform.rest.Audience.THEMSELVES;
import static org.sluis.platform.rest.Audience.UPLOADER;

import com.tngtech.archunit.core.domain.JavaClass;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.junit.jupiter.api.Test;
import org.sluis.inspection.GuideServlet;
import org.sluis.kernel.Problem;
import org.sluis.platform.rest.Audience;
import org.sluis.platform.rest.FieldFilter;
import org.sluis.platform.rest.FilteredView;
import org.sluis.platform.rest.StrictJsonProvider;
import org.sluis.platform.rest.VisibleTo;
import org.sluis.platform.web.ProblemPages;
import org.sluis.platform.web.Templates;
import org.sluis.platform.web.Views;
import org.sluis.platform.web.Welcome;

/**
 * Every record that leaves the portal declares for each member who may have it (promise B4), and the table in the manual
 * says the same. Records are found in the compiled classes, not on a list that somebody could forget to add to.
 */
class FieldsTest {

    private static final Set<Class<?>> WORDS = Set.of(
            String.class,
            UUID.class,
            Instant.class,
            LocalDate.class,
            boolean.class,
            int.class,
            long.class,
            Boolean.class,
            Integer.class,
            Long.class);

    /** How the manual calls those who are a part of a role. */
    private static final Map<Audience, String> RELATIONS = Map.of(
            UPLOADER, "sender",
            CLIENT_UPLOADER, "sender",
            CLIENT_OF_SAME_SIDE, "same side",
            THEMSELVES, "themselves",
            CLIENT_THEMSELVES, "themselves",
            ADMIN_OF_RENTAL, "rental");

    private static final List<JavaClass> CLASSES = List.copyOf(PortalClasses.all());

    /** A view that somebody forgot to finish. */
    private record Careless(@VisibleTo(ADMIN) String name, String secret) {}

    /** A view that nobody may have a member of. */
    private record Idle(@VisibleTo({}) String name) {}

    /** A view that takes something along that is none. */
    private record Loaded(
            @VisibleTo(ADMIN) List<Careless> several,
            @VisibleTo(ADMIN) Thread thread) {}

    @Test
    void everyMemberOfEveryOutgoingRecordIsDeclared() {
        assertThat(outgoing()).hasSizeGreaterThan(10);
        assertThat(outgoing().stream().flatMap(view -> faults(view).stream())).isEmpty();
    }

    @Test
    void carelessViewsAreFoundOut() {
        assertThat(faults(Careless.class)).containsExactly("Careless.secret is declared for nobody");
        assertThat(faults(Idle.class)).containsExactly("Idle.name is declared for nobody");
        assertThat(faults(Loaded.class)).containsExactly("Loaded.thread is neither word nor view");
    }

    @Test
    void everyResourceAnswersWithDeclaredMembersOrBytes() {
        for (Method endpoint : endpoints()) {
            assertThat(endpoint.getReturnType())
                    .as(endpoint.toString())
                    .isIn(FilteredView.class, Response.class, InputStream.class);
            for (Class<?> answer : described(endpoint)) {
                assertThat(outgoing()).as(endpoint.toString()).contains(answer);
            }
        }
    }

    /** Only {@link FieldFilter} and its neighbours can make a {@link FilteredView}: it has no constructor for others. */
    @Test
    void nothingElseIsWrittenAsJson() {
        assertThat(FilteredView.class.getConstructors()).isEmpty();
        StrictJsonProvider writer = new StrictJsonProvider();
        for (Class<?> type : List.of(LinkedHashMap.class, ArrayList.class, String.class, Careless.class)) {
            assertThat(writer.isWriteable(type, type, new Annotation[0], MediaType.APPLICATION_JSON_TYPE))
                    .isFalse();
        }
        assertThat(writer.isWriteable(
                        FilteredView.class, FilteredView.class, new Annotation[0], MediaType.APPLICATION_JSON_TYPE))
                .isTrue();
    }

    /** Views show what their model was given, problems what they declare, the guide rules, and the first page nothing. */
    @Test
    void nothingElseIsPutIntoAPage() {
        assertThat(CLASSES.stream()
                        .filter(type -> type.getDirectDependenciesFromSelf().stream()
                                .anyMatch(use -> use.getTargetClass().isEquivalentTo(Templates.class)))
                        .filter(type -> !type.getName().startsWith(Templates.class.getName()))
                        .map(JavaClass::getName))
                .containsExactlyInAnyOrder(
                        Views.class.getName(),
                        ProblemPages.class.getName(),
                        GuideServlet.class.getName(),
                        Welcome.class.getName());
    }

    /** What a refusal knows is told only where its problem declares it; the names are those the API documents. */
    @Test
    void problemsDeclareTheirMembers() {
        Stream<String> members = Arrays.stream(Problem.values())
                .flatMap(problem -> problem.members().stream())
                .distinct()
                .sorted();
        assertThat(members)
                .containsExactly(
                        "detected",
                        "detectedBy",
                        "documentId",
                        "expected",
                        "found",
                        "incident",
                        "limit",
                        "member",
                        "page",
                        "part",
                        "reason",
                        "retryAfter",
                        "rule",
                        "size",
                        "until");
    }

    @Test
    void theManualSaysWhatIsDeclared() {
        assertThat(Field.inTheManual().stream().map(Field::line).sorted())
                .isEqualTo(declared().stream().map(Field::line).sorted().toList());
    }

    @Test
    void whatDependsOnTheThingIsNoWayToFindIt() {
        Class<? extends Record> view = outgoing().stream()
                .filter(type -> type.getSimpleName().equals("DocumentView"))
                .findFirst()
                .map(type -> type.asSubclass(Record.class))
                .orElseThrow();
        assertThat(FieldFilter.shows(view, "description", EnumSet.of(DPO))).isFalse();
        assertThat(FieldFilter.shows(view, "description", EnumSet.of(DPO, INSPECTOR)))
                .isTrue();
        assertThat(FieldFilter.shows(view, "reason", EnumSet.of(CLIENT))).isFalse();
    }

    /** Records with a declared member, and those that by their name should have one. */
    private static Set<Class<?>> outgoing() {
        return CLASSES.stream()
                .map(JavaClass::reflect)
                .filter(Class::isRecord)
                .filter(type -> type.getSimpleName().endsWith("View")
                        || Arrays.stream(type.getRecordComponents())
                                .anyMatch(member -> member.isAnnotationPresent(VisibleTo.class)))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static List<String> faults(Class<?> view) {
        List<String> faults = new ArrayList<>();
        for (RecordComponent member : view.getRecordComponents()) {
            String name = view.getSimpleName() + "." + member.getName();
            if (audiences(member).isEmpty()) {
                faults.add(name + " is declared for nobody");
            }
            Class<?> held = held(member.getGenericType());
            if (!WORDS.contains(held) && !held.isEnum() && !held.isRecord()) {
                faults.add(name + " is neither word nor view");
            }
        }
        return faults;
    }

    /** What is inside, where it is inside of something. */
    private static Class<?> held(Type type) {
        if (type instanceof ParameterizedType holder
                && holder.getRawType() instanceof Class<?> raw
                && (raw == Optional.class || Collection.class.isAssignableFrom(raw))) {
            return held(holder.getActualTypeArguments()[0]);
        }
        return (Class<?>) type;
    }

    private static Set<Audience> audiences(RecordComponent member) {
        return Optional.ofNullable(member.getAnnotation(VisibleTo.class))
                .map(declared -> Set.of(declared.value()))
                .orElse(Set.of());
    }

    private static List<Method> endpoints() {
        return new RestApi()
                .getClasses().stream()
                        .filter(type -> type.isAnnotationPresent(Path.class))
                        .flatMap(type -> Arrays.stream(type.getMethods()))
                        .filter(method -> Arrays.stream(method.getAnnotations())
                                .anyMatch(annotation ->
                                        annotation.annotationType().isAnnotationPresent(HttpMethod.class)))
                        .toList();
    }

    /** The records an endpoint is described with; a page is described by what it is a page of. */
    private static List<Class<?>> described(Method endpoint) {
        Stream<Class<?>> named = Arrays.stream(endpoint.getAnnotationsByType(APIResponseSchema.class))
                .map(APIResponseSchema::value);
        Stream<Class<?>> written = Arrays.stream(endpoint.getAnnotationsByType(APIResponse.class))
                .flatMap(answer -> Arrays.stream(answer.content()))
                .map(content -> content.schema().implementation());
        return Stream.concat(named, written)
                .filter(type -> type != Void.class)
                .map(type -> type.getSimpleName().equals("Page")
                        ? held(type.getRecordComponents()[0].getGenericType())
                        : type)
                .collect(Collectors.toList());
    }

    /** The table as the code declares it: one line for each answer and each group of readers. */
    private static List<Field> declared() {
        Set<Class<?>> outgoing = outgoing();
        Set<Class<?>> inside = outgoing.stream()
                .flatMap(view -> Arrays.stream(view.getRecordComponents()))
                .<Class<?>>map(member -> held(member.getGenericType()))
                .filter(Class::isRecord)
                .collect(Collectors.toSet());
        return outgoing.stream()
                .filter(view -> !inside.contains(view))
                .flatMap(view -> lines(view).stream())
                .toList();
    }

    private static List<Field> lines(Class<?> view) {
        Map<List<String>, Set<String>> members = new LinkedHashMap<>();
        collect(view, "", EnumSet.allOf(Audience.class), members);
        return members.entrySet().stream()
                .map(line -> new Field(
                        name(view),
                        line.getValue(),
                        line.getKey().get(0),
                        line.getKey().get(1),
                        line.getKey().get(2),
                        line.getKey().get(3)))
                .toList();
    }

    /** A member inside leaves where both it and what holds it are declared. */
    private static void collect(
            Class<?> view, String prefix, Set<Audience> outer, Map<List<String>, Set<String>> members) {
        for (RecordComponent member : view.getRecordComponents()) {
            Set<Audience> readers = EnumSet.noneOf(Audience.class);
            readers.addAll(audiences(member));
            readers.retainAll(outer);
            Class<?> held = held(member.getGenericType());
            if (held.isRecord()) {
                collect(held, prefix + member.getName() + ".", widened(readers), members);
            } else {
                members.computeIfAbsent(said(readers), none -> new LinkedHashSet<>())
                        .add(prefix + member.getName());
            }
        }
    }

    /** Whoever is a client is so too as the sender, or on the same side. */
    private static Set<Audience> widened(Set<Audience> readers) {
        Set<Audience> all = EnumSet.noneOf(Audience.class);
        all.addAll(readers);
        if (readers.contains(CLIENT)) {
            all.addAll(EnumSet.of(CLIENT_UPLOADER, CLIENT_OF_SAME_SIDE));
        }
        if (readers.contains(CLIENT) && readers.contains(INSPECTOR)) {
            all.add(UPLOADER);
        }
        return all;
    }

    private static List<String> said(Set<Audience> readers) {
        return List.of(
                said(readers, CLIENT, UPLOADER, CLIENT_UPLOADER, CLIENT_OF_SAME_SIDE, THEMSELVES, CLIENT_THEMSELVES),
                said(readers, INSPECTOR, UPLOADER, THEMSELVES),
                said(readers, ADMIN, ADMIN_OF_RENTAL),
                said(readers, DPO));
    }

    /** @param some who of that role, where not all; the first that is declared is said */
    private static String said(Set<Audience> readers, Audience all, Audience... some) {
        return readers.contains(all)
                ? "yes"
                : Arrays.stream(some)
                        .filter(readers::contains)
                        .map(RELATIONS::get)
                        .findFirst()
                        .orElse("no");
    }

    private static String name(Class<?> view) {
        Schema schema = view.getAnnotation(Schema.class);
        return schema == null || schema.name().isEmpty()
                ? view.getSimpleName().replaceFirst("View$", "")
                : schema.name();
    }
}
