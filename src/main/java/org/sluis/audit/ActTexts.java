package org.sluis.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.sluis.platform.web.Messages;

/** Every act that the trail can hold, in words: each has a text, so the texts are the list of them. */
@ApplicationScoped
class ActTexts {

    private static final String PREFIX = "act.";
    private static final String FACTS = "fact.";

    @Inject
    Messages messages;

    /** The acts, as entries name them. */
    Set<String> codes() {
        return messages.family(Locale.ENGLISH, PREFIX).keySet();
    }

    /** The same in the order of their words. */
    List<String> sorted(Locale language) {
        Map<String, String> words = messages.family(language, PREFIX);
        return words.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.naturalOrder()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** What each fact is called; one of an entry that another release wrote may have no words here. */
    Map<String, String> facts(Locale language) {
        return messages.family(language, FACTS);
    }

    /** What each act is called. */
    Map<String, String> words(Locale language) {
        return messages.family(language, PREFIX);
    }
}
