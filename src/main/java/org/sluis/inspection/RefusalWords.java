package org.sluis.inspection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.sluis.inspection.parsing.ContentNotice;
import org.sluis.inspection.parsing.MediaTypes;
import org.sluis.inspection.parsing.Objection;
import org.sluis.inspection.parsing.Rule;
import org.sluis.platform.web.Messages;

/**
 * Words why a file was refused: what was found, where, and what to do. A rule has the messages {@code rule.<slug>.title},
 * {@code .detail} and {@code .advice}; of {@code .detail.member}, {@code .detail.subject} and {@code .detail.named} it has
 * those that say more where a member, a subject or the right ending of the name is known.
 */
@ApplicationScoped
public class RefusalWords {

    private static final String MEMBER = ".member";

    /** Rules about what something is, so that its name can belie it. */
    private static final Set<Rule> ON_TYPES = EnumSet.of(
            Rule.TYPE_NOT_TAKEN, Rule.PROGRAM, Rule.WEB_PAGE, Rule.OLD_OFFICE, Rule.OTHER_ARCHIVE, Rule.MAIL_MESSAGE);

    /** What is refused by some rules, where nothing more exact is known. */
    private static final Map<Rule, String> USUAL_TYPES = Map.of(
            Rule.PROGRAM, TypeNames.PROGRAM,
            Rule.ATTACHED_PROGRAM, TypeNames.PROGRAM,
            Rule.WEB_PAGE, TypeNames.PAGE,
            Rule.OLD_OFFICE, TypeNames.OLD_OFFICE,
            Rule.OTHER_ARCHIVE, TypeNames.OTHER_ARCHIVE,
            Rule.MAIL_MESSAGE, TypeNames.MAIL);

    private Messages messages;

    /** For the proxy. */
    @SuppressWarnings("NullAway.Init")
    protected RefusalWords() {}

    @Inject
    public RefusalWords(Messages messages) {
        this.messages = messages;
    }

    /** The rule in a few words. */
    public String title(Rule rule, Locale language) {
        return messages.text(language, "rule.%s.title".formatted(rule.slug()));
    }

    /** What the rule is about, without any file at hand. */
    public String meaning(Rule rule, Locale language) {
        return detail(Objection.of(rule), "", language);
    }

    /**
     * What was found, and where.
     *
     * @param fileName of the file that was sent
     */
    public String detail(Objection why, String fileName, Locale language) {
        return candidates(why, Place.of(why, fileName).member(), fileName)
                .flatMap(key -> messages.find(language, key, facts(key, why, fileName, language)).stream())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no words for " + why.rule()));
    }

    /** What stands in a message: a member lies in the file as a whole, all else in what bears it. */
    private Object[] facts(String key, Objection why, String fileName, Locale language) {
        Place place = Place.of(why, fileName);
        return new Object[] {
            place.bearer().filter(document -> !key.endsWith(MEMBER)).orElseGet(() -> file(fileName, language)),
            subject(why).orElse(""),
            place.inBrackets(number -> page(number, language), new PartWords(messages, language)::of),
            place.member().orElse(""),
            type(why, language),
            TypeNames.claimed(fileName)
                    .map(name -> messages.text(language, "type." + name))
                    .orElse(""),
            why.detected().flatMap(TypeNames::usualEnding).orElse("")
        };
    }

    /** What to do about it. */
    public String advice(Rule rule, Locale language) {
        return messages.text(language, "rule.%s.advice".formatted(rule.slug()));
    }

    /** What its readers should know of a file that came in. */
    public String notice(ContentNotice notice, Locale language) {
        return messages.text(
                language,
                "content-notice." + notice.kind().slug(),
                notice.subject()
                        .filter(text -> !text.isBlank())
                        .map(text -> messages.text(language, "refusal.naming", named(notice, text, language)))
                        .orElse(""));
    }

    /** A rule by its title, all else as it is. */
    private String named(ContentNotice notice, String subject, Locale language) {
        return notice.kind() == ContentNotice.Kind.RULE_LIFTED
                ? Rule.named(subject).map(rule -> title(rule, language)).orElse(subject)
                : subject;
    }

    /** What could have been there: media types, or file name endings where only the name is wrong. */
    public static List<String> expected(Objection why) {
        boolean byName = why.rule() == Rule.EXTENSION && why.expected().isEmpty();
        return byName
                ? why.detected().stream()
                        .flatMap(type -> MediaTypes.extensions(type).stream())
                        .sorted()
                        .toList()
                : why.expected();
    }

    /** The messages that fit, the one that says most first. */
    private static Stream<String> candidates(Objection why, Optional<String> member, String fileName) {
        String detail = "rule.%s.detail".formatted(why.rule().slug());
        boolean endingKnown = why.detected().flatMap(TypeNames::usualEnding).isPresent();
        if (why.rule() == Rule.EXTENSION) {
            return Stream.of(
                            Optional.of(detail + MEMBER).filter(known -> endingKnown && member.isPresent()),
                            Optional.of(detail + ".named").filter(known -> endingKnown && member.isEmpty()),
                            Optional.of(detail))
                    .flatMap(Optional::stream);
        }
        return Stream.of(
                        Optional.of("refusal.disguised").filter(known -> isDisguised(why, fileName)),
                        subject(why).map(subject -> detail + ".subject"),
                        member.map(path -> detail + MEMBER),
                        Optional.of(detail))
                .flatMap(Optional::stream);
    }

    /** Whether the name of the file says that it is something else than what was found. */
    private static boolean isDisguised(Objection why, String fileName) {
        Optional<String> claimed = TypeNames.claimed(fileName);
        boolean recognised = why.detected().isPresent() || USUAL_TYPES.containsKey(why.rule());
        return ON_TYPES.contains(why.rule())
                && recognised
                && why.member().isEmpty()
                && claimed.isPresent()
                && !claimed.equals(typeName(why));
    }

    /** Some places in a file that should name something name nothing. */
    private static Optional<String> subject(Objection why) {
        return why.subject().filter(text -> !text.isBlank());
    }

    /** A number in words, which has no separators. */
    private String page(int number, Locale language) {
        return messages.text(language, "refusal.page", Integer.toString(number));
    }

    private String type(Objection why, Locale language) {
        return typeName(why)
                .map(name -> messages.text(language, "type." + name))
                .or(() -> why.detected().map(other -> messages.text(language, "type.other", other)))
                .orElseGet(() -> messages.text(language, "type." + TypeNames.UNKNOWN));
    }

    private static Optional<String> typeName(Objection why) {
        return why.detected().isPresent()
                ? why.detected().flatMap(TypeNames::of)
                : Optional.ofNullable(USUAL_TYPES.get(why.rule()));
    }

    private String file(String fileName, Locale language) {
        return TypeNames.claimed(fileName)
                .flatMap(name -> messages.find(language, "file." + name))
                .orElseGet(() -> messages.text(language, "file.other"));
    }
}
