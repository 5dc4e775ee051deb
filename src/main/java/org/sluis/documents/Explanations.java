package org.sluis.documents;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.sluis.inspection.RefusalWords;
import org.sluis.inspection.parsing.ContentNotice;
import org.sluis.inspection.parsing.Objection;
import org.sluis.inspection.parsing.Removable;
import org.sluis.inspection.parsing.Removal;
import org.sluis.inspection.parsing.Rule;
import org.sluis.kernel.ProblemException;
import org.sluis.platform.web.ReaderLanguage;

/** Tells why a version was refused, or what should be known of it, in the language of whoever reads. */
@ApplicationScoped
public class Explanations {

    @Inject
    RefusalWords words;

    @Inject
    ReaderLanguage language;

    /** What the sender of a version is answered where it was refused. */
    Optional<ProblemException> answer(DocumentVersion version) {
        Optional<Objection> why = version.objection();
        return version.refusal()
                .map(problem -> new ProblemException(
                        problem,
                        facts(version.documentId(), why),
                        why.map(objection -> reader -> words.detail(objection, version.fileName(), reader))));
    }

    /** What the sender of a refused file is answered where no copy of it could come in either. */
    ProblemException answer(UUID documentId, Objection why, String fileName) {
        return new ProblemException(
                why.rule().problem(),
                facts(documentId, Optional.of(why)),
                Optional.of(reader -> words.detail(why, fileName, reader)));
    }

    /** What the portal made a version out of. */
    Optional<CopyOriginView> origin(Optional<CopyOrigin> origin) {
        return origin.map(from -> new CopyOriginView(
                from.fromVersion(), from.fromSha256().hex(), removals(from.removals()), from.signaturesLost()));
    }

    List<RemovalView> removals(List<Removal> removals) {
        return removals.stream()
                .map(removal -> new RemovalView(
                        removal.rule().slug(),
                        title(removal.rule()),
                        removal.member(),
                        removal.subject(),
                        removal.count()))
                .toList();
    }

    /**
     * @param fileName of the file that was refused
     * @param kept whether its bytes still exist
     */
    public Optional<RefusalView> refusal(Optional<Objection> why, String fileName, boolean kept) {
        return why.map(objection -> refusal(objection, fileName, kept, language.get()));
    }

    /** A rule in a few words. */
    public String title(Rule rule) {
        return words.title(rule, language.get());
    }

    List<ContentNoticeView> notices(List<ContentNotice> notices) {
        return notices.isEmpty()
                ? List.of()
                : notices.stream().map(notice -> notice(notice, language.get())).toList();
    }

    private RefusalView refusal(Objection why, String fileName, boolean kept, Locale reader) {
        return new RefusalView(
                why.rule().slug(),
                why.member(),
                why.detected(),
                how(why),
                RefusalWords.expected(why),
                why.page().stream().boxed().findFirst(),
                why.part(),
                why.subject(),
                kept && Removable.isRemovable(fileName, why),
                words.title(why.rule(), reader),
                words.detail(why, fileName, reader),
                words.advice(why.rule(), reader),
                why.rule().mayBeLifted());
    }

    private ContentNoticeView notice(ContentNotice notice, Locale reader) {
        return new ContentNoticeView(
                notice.kind().slug(), notice.member(), notice.subject(), words.notice(notice, reader));
    }

    private static Map<String, Object> facts(UUID documentId, Optional<Objection> why) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("documentId", documentId.toString());
        why.ifPresent(objection -> {
            facts.put("rule", objection.rule().slug());
            objection.member().ifPresent(member -> facts.put("member", member));
            objection.detected().ifPresent(type -> facts.put("detected", type));
            how(objection).ifPresent(how -> facts.put("detectedBy", how));
            if (!RefusalWords.expected(objection).isEmpty()) {
                facts.put("expected", RefusalWords.expected(objection));
            }
            objection.page().ifPresent(page -> facts.put("page", page));
            objection.part().ifPresent(part -> facts.put("part", part));
            objection.subject().ifPresent(found -> facts.put("found", found));
        });
        return facts;
    }

    private static Optional<String> how(Objection why) {
        return why.evidence().map(evidence -> evidence.name().toLowerCase(Locale.ROOT));
    }
}
