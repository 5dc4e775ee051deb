package org.sluis.people;

import java.util.Locale;
import java.util.Optional;
import org.sluis.kernel.Problem;
import org.sluis.kernel.ProblemException;
import org.sluis.platform.web.Messages;

/** A refusal that belongs beside a field of a form, in the reader's language. */
record FieldError(String member, String text) {

    /** @throws ProblemException {@code refusal} itself, where it is about no field */
    static FieldError of(ProblemException refusal, Messages messages, Locale locale) {
        Problem problem = refusal.problem();
        String detail = "problem.%s.detail".formatted(problem.slug());
        return switch (problem) {
            case INVALID_MEMBER -> {
                String member = String.valueOf(refusal.facts().get("member"));
                Optional<String> advice = messages.find(locale, "invalid." + member);
                yield new FieldError(member, advice.orElseThrow(() -> refusal));
            }
            case ACCOUNT_EXISTS -> new FieldError("email", messages.text(locale, detail));
            case NAME_TAKEN -> new FieldError("name", messages.text(locale, detail));
            default -> throw refusal;
        };
    }
}
