package org.sluis.architecture;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.sluis.PortalClasses;
import org.sluis.architecture.SqlInSources.Use;
import org.sluis.platform.persistence.ReadsTableOfUpperRoom;

/** Each table is of one room, which alone writes it. Others read it where it is said here, and only from above. */
@TestInstance(Lifecycle.PER_CLASS)
class TablesTest {

    private static final List<Tables> OWNED = List.of(
            new Tables("platform", "cluster_work", "idempotent_request"),
            new Tables("audit", "audit_entry", "document_recipient"),
            new Tables("people", "last_sign_in", "membership", "organisation", "person", "person_rental", "team"),
            new Tables(
                    "accounts",
                    "account_change",
                    "colleague_invitation",
                    "directory_comparison",
                    "directory_drift",
                    "directory_seen"),
            new Tables("access", "document_grant", "document_grant_history", "document_past"),
            new Tables("documents", "blob_removal", "document", "document_seen", "document_version", "document_words"),
            new Tables("quarantine", "reinstatement", "rescan", "rescan_round", "second_look"),
            new Tables("intake", "resumable_upload"),
            new Tables("mail", "mail_rhythm", "news", "notice"));

    private static final List<Tables> READ = List.of(
            new Tables("access", "membership", "organisation", "person", "team"),
            new Tables("accounts", "person"),
            new Tables("documents", "audit_entry", "document_grant", "document_grant_history", "document_recipient"),
            new Tables("quarantine", "document", "document_version", "person"),
            new Tables("intake", "person"),
            new Tables("mail", "document", "document_grant"));

    /** What waits for its verdict is of the quarantine, also in the row of the version. */
    private static final Owned ALSO_WRITTEN = new Owned("quarantine", "document_version");

    private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");
    private static final Pattern MADE = Pattern.compile("^create table (\\w+)", Pattern.MULTILINE);

    private final JavaClasses classes = PortalClasses.all();

    private final Map<String, String> owners =
            OWNED.stream().flatMap(Tables::each).collect(toMap(Owned::table, Owned::room));

    /** Tables by the lower-case names of their entities. */
    private final Map<String, String> entities = classes.stream()
            .filter(type -> type.isAnnotatedWith(Entity.class))
            .collect(toMap(type -> type.getSimpleName().toLowerCase(Locale.ROOT), TablesTest::tableOf));

    private final Set<Use> uses = SqlInSources.uses(owners.keySet(), name -> entities.getOrDefault(name, name));

    private record Owned(String room, String table) {}

    private record Tables(String room, Set<String> names) {

        Tables(String room, String... names) {
            this(room, Set.of(names));
        }

        Stream<Owned> each() {
            return names.stream().map(table -> new Owned(room, table));
        }
    }

    @Test
    void everyTableIsOfOneRoom() throws IOException {
        Set<String> made = new HashSet<>();
        try (Stream<Path> migrations = Files.list(MIGRATIONS)) {
            for (Path migration : migrations.toList()) {
                MADE.matcher(Files.readString(migration)).results().forEach(table -> made.add(table.group(1)));
            }
        }
        assertThat(owners.keySet()).isEqualTo(made);
    }

    @Test
    void entitiesAreInTheRoomOfTheirTable() {
        assertThat(classes.stream().filter(type -> type.isAnnotatedWith(Entity.class)))
                .isNotEmpty()
                .allSatisfy(type -> assertThat(owners).containsEntry(tableOf(type), roomOf(type)));
    }

    @Test
    void onlyItsRoomWritesATable() {
        assertThat(uses.stream().filter(Use::writes))
                .anyMatch(use -> new Owned(use.room(), use.table()).equals(ALSO_WRITTEN));
        assertThat(uses.stream()
                        .filter(Use::writes)
                        .filter(use -> !new Owned(use.room(), use.table()).equals(ALSO_WRITTEN)))
                .isNotEmpty()
                .allSatisfy(use -> assertThat(owners).containsEntry(use.table(), use.room()));
    }

    /** What is said here and read by nobody is as wrong as what is read and said nowhere. */
    @Test
    void othersReadWhatIsSaidHere() {
        assertThat(uses.stream()
                        .filter(use -> !use.room().equals(owners.get(use.table())))
                        .filter(use -> !exceptions().contains(new Owned(use.type(), use.table())))
                        .map(use -> new Owned(use.room(), use.table()))
                        .collect(toSet()))
                .isEqualTo(READ.stream().flatMap(Tables::each).collect(toSet()));
    }

    @Test
    void tablesAreReadFromAbove() {
        assertThat(READ.stream().flatMap(Tables::each))
                .allMatch(read -> RoomsTest.isAbove(read.room(), owners.getOrDefault(read.table(), read.room())));
    }

    @Test
    void theExceptionsReadWhatTheyDeclare() {
        assertThat(uses.stream().map(use -> new Owned(use.type(), use.table()))).containsAll(exceptions());
        assertThat(classes.stream().filter(type -> type.isAnnotatedWith(ReadsTableOfUpperRoom.class)))
                .allMatch(type ->
                        RoomsTest.isAbove(owners.getOrDefault(declaredBy(type).table(), roomOf(type)), roomOf(type)));
    }

    /** Types with tables of upper rooms. */
    private Set<Owned> exceptions() {
        return classes.stream()
                .filter(type -> type.isAnnotatedWith(ReadsTableOfUpperRoom.class))
                .map(TablesTest::declaredBy)
                .collect(toSet());
    }

    private static Owned declaredBy(JavaClass type) {
        return new Owned(
                type.getSimpleName(),
                type.getAnnotationOfType(ReadsTableOfUpperRoom.class).value());
    }

    private static String tableOf(JavaClass entity) {
        return entity.tryGetAnnotationOfType(Table.class)
                .map(Table::name)
                .orElseGet(() -> entity.getSimpleName().toLowerCase(Locale.ROOT));
    }

    private static String roomOf(JavaClass type) {
        return type.getPackageName().split("\\.", -1)[2];
    }
}
