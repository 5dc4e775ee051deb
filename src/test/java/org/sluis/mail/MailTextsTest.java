package org.sluis.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.sluis.people.Addressee;
import org.sluis.platform.web.Messages;

class MailTextsTest {

    private static final UUID ID = UUID.fromString("01900000-0000-7000-8000-000000000001");
    private static final UUID DOCUMENT = UUID.fromString("01900000-0000-7000-8000-000000000002");

    private final MailTexts texts = new MailTexts(new Messages(), URI.create("https://portal.example.org"));

    static Stream<Arguments> everyKindInEveryLanguage() {
        return Stream.of(MailKind.values())
                .flatMap(kind -> Stream.of("en", "fr", "nl").map(language -> Arguments.of(kind, language)));
    }

    @ParameterizedTest
    @MethodSource("everyKindInEveryLanguage")
    void leadToThePortalInBothFormsAndSayNoMoreThanTheyMay(MailKind kind, String language) {
        MailText text = letter(kind, language, "Eva", "Ada");
        String link = "https://portal.example.org" + kind.path(DOCUMENT);
        assertThat(text.text()).contains(link, "Eva").doesNotContain("${", "#{", "[(", "??");
        assertThat(text.html()).contains("href=\"" + link + "\"", "lang=\"" + language + "\"");
        assertThat(text.html().replace("&#39;", "'")).contains(text.subject());
        assertThat(text.subject()).doesNotContain("\n", "{");
    }

    @ParameterizedTest
    @CsvSource({"fr, Bonjour Eva", "nl, Beste Eva", "en, Dear Eva", "de, Dear Eva"})
    void speakTheLanguageOfThePersonOrEnglish(String language, String greeting) {
        assertThat(letter(MailKind.CHECK_OVERDUE, language, "Eva", "").text()).startsWith(greeting);
    }

    @Test
    void showWhateverComesFromOutsideAsText() {
        MailText text = letter(
                MailKind.SELF_GRANT,
                "en",
                "<script>alert(1)</script>",
                "Ada <img src=x onerror=alert(1)>\r\n\r\n[(1)]");
        assertThat(text.html()).doesNotContain("<script", "<img").contains("&lt;script&gt;", "&lt;img");
        assertThat(text.text()).contains("Ada <img src=x onerror=alert(1)> [(1)], an administrator");
        assertThat(text.name()).isEqualTo("<script>alert(1)</script>");
    }

    /** Only who did it is said, and to data protection officers which document it was, for they have no page of it. */
    @ParameterizedTest
    @EnumSource(MailKind.class)
    void nameTheDocumentInWordsToNobodyButDpos(MailKind kind) {
        MailText text = letter(kind, "en", "Eva", "Ada");
        String words = text.text().replaceAll("https://\\S+", "");
        assertThat(words.contains(DOCUMENT.toString()))
                .isEqualTo(Set.of(MailKind.SELF_GRANT_OVERSIGHT, MailKind.ACCOUNT_CHANGED_OVERSIGHT)
                        .contains(kind));
    }

    /** What is of one kind alone says so in its subject; several are told one below the other. */
    @Test
    void gatherNewsOfAllKinds() {
        MailText all = letter(MailKind.NEWS, "fr", "Eva", "");
        assertThat(all.subject()).isEqualTo("Des nouvelles du portail");
        assertThat(all.text())
                .contains(
                        "- Vous avez reçu",
                        "- Les contrôles",
                        "- Votre accès à un ou plusieurs documents a été retiré");
        assertThat(all.html().split("<li>", -1)).hasSize(1 + NewsKind.values().length);
        MailText one = letter(MailKind.NEWS, "fr", "Eva", "", EnumSet.of(NewsKind.ENDING));
        assertThat(one.subject()).isEqualTo("Votre accès à un document se termine bientôt");
    }

    @Test
    void tellWhatTheManualSaysTheyTell() throws IOException {
        Map<String, Set<String>> told = Stream.of(MailKind.values())
                .collect(Collectors.toMap(MailKind::name, kind -> toldBy(letter(kind, "en", "Eva", "Ada"))));
        assertThat(told).isEqualTo(inTheManual());
    }

    private static Set<String> toldBy(MailText text) {
        String all = text.subject() + text.text() + text.html();
        return Stream.of(Map.entry("Ada", "actor.name"), Map.entry(DOCUMENT.toString(), "documentId"))
                .filter(word -> all.contains(word.getKey()))
                .map(Map.Entry::getValue)
                .collect(Collectors.toSet());
    }

    private static Map<String, Set<String>> inTheManual() throws IOException {
        Pattern line = Pattern.compile("\\| `([A-Z_]+)` \\| [^|`]+ \\| ([^|]+) \\|");
        return Files.readAllLines(Path.of("src/site/markdown/fields.md")).stream()
                .map(line::matcher)
                .filter(Matcher::matches)
                .collect(Collectors.toMap(
                        row -> row.group(1),
                        row -> Pattern.compile("`([^`]+)`")
                                .matcher(row.group(2))
                                .results()
                                .map(member -> member.group(1))
                                .collect(Collectors.toSet())));
    }

    private MailText letter(MailKind kind, String language, String name, String actor) {
        return letter(kind, language, name, actor, kind.isNews() ? EnumSet.allOf(NewsKind.class) : Set.of());
    }

    private MailText letter(MailKind kind, String language, String name, String actor, Set<NewsKind> news) {
        OutboxMail mail = new OutboxMail(
                ID,
                UUID.randomUUID(),
                kind,
                DOCUMENT,
                Optional.empty(),
                Instant.parse("2026-11-24T10:00:00Z"),
                Instant.parse("2026-11-24T10:02:00Z"),
                1,
                0,
                Optional.empty());
        Addressee recipient = new Addressee(
                mail.recipientId(), name, Optional.of("eva@example.org"), Locale.forLanguageTag(language));
        return texts.written(mail, recipient, "eva@example.org", actor, news);
    }
}
