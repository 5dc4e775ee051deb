package org.sluis.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sluis.Actions;
import org.sluis.access.Right;
import org.sluis.documents.DocumentState;
import org.sluis.inspection.parsing.ContentNotice.Kind;
import org.sluis.inspection.parsing.Rule;
import org.sluis.kernel.AuditAction;
import org.sluis.kernel.Problem;
import org.sluis.kernel.Role;
import org.sluis.people.PrincipalKind;

/** Whatever code and views ask for has a text, and whatever has a text is asked for. */
class MessageKeysTest {

    private static final Path CODE = Path.of("src/main/java");
    private static final Path VIEWS = Path.of("src/main/webapp/WEB-INF/views");

    private static final Pattern LITERAL_IN_CODE = Pattern.compile("\"([a-z][A-Za-z0-9]*(?:\\.[A-Za-z0-9-]+)+)\"");
    private static final Pattern ASKED_BY_CODE =
            Pattern.compile("\\.text\\(\\s*[\\w.()]+,\\s*\"([A-Za-z0-9.-]+)\"\\s*[,)]");
    private static final Pattern ASKED_BY_VIEW = Pattern.compile("#\\{([A-Za-z][A-Za-z0-9.-]*)");
    private static final Pattern PUT_TOGETHER_BY_VIEW = Pattern.compile("#\\{\\$\\{'([a-z]+\\.)'");

    /** Members of a form with advice of their own, as {@code invalid.<member>}. */
    private static final List<String> MEMBERS = List.of(
            "principal",
            "right",
            "validUntil",
            "purpose",
            "title",
            "description",
            "category",
            "file",
            "q",
            "reason",
            "quietFrom",
            "quietUntil");

    /** Fields of the forms on people and organisations, as {@code field.<name>}. */
    private static final List<String> FIELDS = List.of(
            "givenName",
            "familyName",
            "email",
            "language",
            "title",
            "function",
            "phone",
            "mobile",
            "birthDate",
            "licencePlate",
            "trainingCertificate",
            "contactRoles",
            "organisationAdministrator",
            "roles",
            "name",
            "type",
            "street",
            "postalCode",
            "city",
            "country",
            "vatNumber");

    /** Those of them with advice of their own. */
    private static final List<String> ADVISED = List.of(
            "givenName",
            "familyName",
            "email",
            "language",
            "function",
            "phone",
            "mobile",
            "birthDate",
            "licencePlate",
            "trainingCertificate",
            "contactRoles",
            "roles",
            "name",
            "street",
            "postalCode",
            "city",
            "vatNumber",
            "person");

    /** What the pages on people say of the last act, as {@code done.<act>}. */
    private static final List<String> DONE = List.of(
            "invited",
            "changed",
            "disabled",
            "enabled",
            "signedOut",
            "factorReset",
            "founded",
            "joined",
            "left",
            "proposed",
            "consented",
            "declined",
            "sessionEnded");

    /** Changes of accounts that can wait for a second administrator, as {@code change.<kind>}. */
    private static final List<String> CHANGES = List.of("INVITATION", "ROLES", "ADDRESS", "SECOND_FACTOR", "ENABLED");

    /** What somebody may sign in with beside the password, as {@code factor.<kind>}. */
    private static final List<String> FACTORS =
            List.of("otp", "webauthn", "webauthn-passwordless", "recovery-authn-codes");

    /** What the list of grants says of the last act, as {@code grants.<act>}. */
    private static final List<String> ACTS = List.of("revoked");

    /** What the quarantine desk says of the last act, as {@code quarantine.<act>}. */
    private static final List<String> DESK_ACTS =
            List.of("retried", "discarded", "proposed", "reinstated", "lifted", "declined", "answered", "rescanning");

    /** Problems of which pages say in other words than the API what to do, as {@code problem.page.advice.<slug>}. */
    private static final List<String> PLAINER = List.of(
            "malformed-request",
            "unknown-member",
            "invalid-member",
            "unsupported-media-type",
            "not-acceptable",
            "method-not-allowed",
            "precondition-required",
            "stale",
            "too-many-requests",
            "unauthenticated");

    /** The rules an explanation of access walks through, as {@code access.rule.<rule>.yes} and {@code .no}. */
    private static final List<String> RULES = List.of("account-active", "state-shows", "grant-live");

    /** What an explanation says of each grant, as {@code access.grant.<outcome>}. */
    private static final List<String> OUTCOMES =
            List.of("live", "not-yet", "expired", "revoked", "replaced", "erased", "not-a-member");

    /** Why a document of a selection was left as it is, as {@code selection.left.<slug>}. */
    private static final List<String> LEFT =
            List.of("not-found", "stale", "held", "not-checked", "type-not-allowed", "too-large", "other");

    /** What a document's page tells out of the trail, as {@code activity.<act>}. */
    private static final List<String> TOLD = List.of(
            "document-uploaded",
            "document-released",
            "document-rejected",
            "document-previewed",
            "document-downloaded",
            "document-amended",
            "document-recalled",
            "document-reinstated",
            "grant-given",
            "grant-revoked");

    @Test
    void everyTextThatIsAskedForExists() {
        Set<String> asked = new TreeSet<>(found(CODE, ".java", ASKED_BY_CODE));
        asked.addAll(found(VIEWS, ".html", ASKED_BY_VIEW));
        asked.addAll(families());
        assertThat(asked).isSubsetOf(keys());
    }

    @Test
    void everyTextIsAskedFor() {
        Set<String> unused = new TreeSet<>(keys());
        unused.removeAll(found(CODE, ".java", LITERAL_IN_CODE));
        unused.removeAll(found(VIEWS, ".html", ASKED_BY_VIEW));
        unused.removeAll(families());
        assertThat(unused).isEmpty();
    }

    @Test
    void everyKeyThatAViewPutsTogetherIsOfAKnownFamily() {
        assertThat(found(VIEWS, ".html", PUT_TOGETHER_BY_VIEW))
                .isSubsetOf(
                        "activity.",
                        "category.",
                        "change.",
                        "contact.",
                        "done.",
                        "factor.",
                        "field.",
                        "grants.",
                        "invalid.",
                        "language.",
                        "looked.",
                        "looks.",
                        "news.",
                        "principal.",
                        "problem.",
                        "quarantine.",
                        "right.",
                        "role.",
                        "rule.",
                        "state.",
                        "tab.",
                        "tongue.",
                        "trade.");
    }

    /** Keys that are put together while the portal runs, each family with all its members. */
    private static Set<String> families() {
        return Stream.of(
                        family(
                                Arrays.stream(Problem.values()).map(Problem::slug),
                                "problem.%s.title",
                                "problem.%s.detail",
                                "problem.%s.advice"),
                        family(rules(), "rule.%s.title", "rule.%s.detail", "rule.%s.advice"),
                        fuller(),
                        family(Arrays.stream(Kind.values()).map(Kind::slug), "content-notice.%s"),
                        typeNames(),
                        family(names(DocumentState.values()), "state.%s", "state.%s.text"),
                        family(Stream.of("LIFTED", "DECLINED", "WITHDRAWN", "EXPIRED"), "looked.%s"),
                        family(names(Right.values()), "right.%s"),
                        family(names(PrincipalKind.values()), "principal.%s"),
                        family(Arrays.stream(Role.values()).map(Role::claim), "role.%s"),
                        family(categories(), "category.%s"),
                        family(MEMBERS.stream(), "invalid.%s"),
                        family(ADVISED.stream(), "invalid.%s"),
                        family(FIELDS.stream(), "field.%s"),
                        family(DONE.stream(), "done.%s"),
                        family(LEFT.stream(), "selection.left.%s"),
                        family(Stream.of("documents", "category", "reason", "number"), "selection.invalid.%s"),
                        family(Stream.of("VIEW", "DOWNLOAD"), "granting.less.sender.%s", "granting.less.reader.%s"),
                        family(CHANGES.stream(), "change.%s"),
                        family(Stream.of("en", "fr", "nl"), "language.%s", "tongue.%s"),
                        family(Stream.of("light", "dark", "system"), "looks.%s"),
                        family(PLAINER.stream(), "problem.page.advice.%s"),
                        family(FACTORS.stream(), "factor.%s"),
                        family(Stream.of("PRODUCER", "RENTAL", "LABORATORY", "EXAM_CENTRE", "OTHER"), "trade.%s"),
                        family(
                                Stream.of("CONTACT", "MANAGER", "QUALITY", "CONTROLLER", "ADMINISTRATION", "INVOICING"),
                                "contact.%s"),
                        family(ACTS.stream(), "grants.%s"),
                        family(DESK_ACTS.stream(), "quarantine.%s"),
                        family(RULES.stream(), "access.rule.%s.yes", "access.rule.%s.no"),
                        family(Actions.declared().stream().map(AuditAction::code), "act.%s"),
                        family(facts(), "fact.%s"),
                        formerActs(),
                        family(OUTCOMES.stream(), "access.grant.%s"),
                        family(Stream.of("AT_ONCE", "DAILY", "WEEKLY", "NEVER"), "mails.rhythm.%s"),
                        family(Stream.of("NEW_FOR_YOU", "NEW_VERSION", "REFUSED", "ENDED", "ENDING"), "news.%s"),
                        family(Stream.of("preview", "versions", "access", "activity", "details"), "tab.%s"),
                        family(TOLD.stream(), "activity.%s"))
                .flatMap(Function.identity())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> rules() {
        return Arrays.stream(Rule.values()).map(Rule::slug);
    }

    /** What some rules say where more is known; which do is for their texts to decide. */
    private static Stream<String> fuller() {
        return family(rules(), "rule.%s.detail.member", "rule.%s.detail.subject", "rule.%s.detail.named")
                .filter(keys()::contains);
    }

    /** What entries of any act say. */
    private static Stream<String> facts() {
        return Actions.declared().stream()
                .flatMap(action -> Arrays.stream(action.facts().getRecordComponents()))
                .map(RecordComponent::getName)
                .distinct();
    }

    /** Entries stay, so what no room declares any more keeps its words. */
    private static Stream<String> formerActs() {
        return keys().stream().filter(key -> key.matches("(act|fact)\\.[A-Za-z0-9-]+"));
    }

    /** Names of types of files; that each type which can be met has one is for the test of those texts to see. */
    private static Stream<String> typeNames() {
        return keys().stream().filter(key -> key.matches("(type|file)\\.[a-z0-9-]+"));
    }

    private static Stream<String> family(Stream<String> members, String... forms) {
        return members.flatMap(member -> Arrays.stream(forms).map(form -> form.formatted(member)));
    }

    private static Stream<String> names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name);
    }

    /** The categories of the defaults, and the one that only an operator with room for gigabytes switches on. */
    private static Stream<String> categories() {
        Properties defaults = new Properties();
        try (InputStream file =
                Files.newInputStream(Path.of("src/main/resources/META-INF/microprofile-config.properties"))) {
            defaults.load(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        String names = defaults.getProperty("sluis.category.names").toLowerCase(Locale.ROOT);
        return Stream.concat(Pattern.compile(",").splitAsStream(names), Stream.of("exam-recording"));
    }

    private static Set<String> keys() {
        return MessageFiles.patterns("en").keySet();
    }

    private static Set<String> found(Path folder, String ending, Pattern pattern) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .flatMap(file -> matches(pattern, file))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Stream<String> matches(Pattern pattern, Path file) {
        try {
            List<MatchResult> results =
                    pattern.matcher(Files.readString(file)).results().toList();
            return results.stream().map(match -> match.group(1));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
