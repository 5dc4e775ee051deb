package org.sluis.documents;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.sluis.access.BatchOrder;
import org.sluis.inspection.Categories;
import org.sluis.kernel.Ids;
import org.sluis.kernel.PlainText;
import org.sluis.kernel.ProblemException;
import org.sluis.platform.rest.EntityTags;

/**
 * What an administrator wants of the documents that were ticked in a list.
 *
 * @param documents which, each with the state that the administrator has seen; none of it where they were only ticked
 * @param category the name of a category
 * @param number how many documents the administrator says these are
 * @param reason why
 * @param once what makes the same page, sent twice, one act
 * @param decided whether the review was read and its button pressed
 */
record SelectionForm(
        Map<UUID, EntityTags> documents,
        String category,
        String number,
        String reason,
        Optional<UUID> once,
        boolean decided) {

    private static final int MAX_REASON = 500;
    private static final EntityTags UNSEEN = new EntityTags(false, List.of());

    static SelectionForm of(MultivaluedMap<String, String> fields) {
        List<String> ids = fields.getOrDefault("document", List.of());
        List<String> tags = fields.getOrDefault("tag", List.of());
        Map<UUID, EntityTags> documents = new LinkedHashMap<>();
        for (int place = 0; place < ids.size(); place++) {
            EntityTags seen =
                    place < tags.size() ? EntityTags.of(tags.get(place)).orElse(UNSEEN) : UNSEEN;
            Ids.parse(ids.get(place)).ifPresent(id -> documents.putIfAbsent(id, seen));
        }
        return new SelectionForm(
                documents,
                text(fields, "category"),
                text(fields, "number").strip(),
                text(fields, "reason"),
                Ids.parse(text(fields, "once")),
                text(fields, "act").equals("do"));
    }

    List<UUID> ids() {
        return List.copyOf(documents.keySet());
    }

    /** What was typed, to be shown again. */
    Map<String, String> typed() {
        return Map.of("category", category, "number", number, "reason", reason);
    }

    /** What is wrong with the selection itself. */
    List<String> complaints() {
        return documents.isEmpty() || documents.size() > BatchOrder.MAX_DOCUMENTS ? List.of("documents") : List.of();
    }

    /** What is wrong with an order to give all of them a category. */
    List<String> complaintsOfCategory(Categories categories) {
        List<String> members = new ArrayList<>(complaints());
        if (categories.named(category).isEmpty()) {
            members.add("category");
        }
        return members;
    }

    /** What is wrong with an order to erase all of them, in the order of the page. */
    List<String> complaintsOfErasure() {
        List<String> members = new ArrayList<>(complaints());
        try {
            why();
        } catch (ProblemException senseless) {
            members.add("reason");
        }
        if (!number.equals(String.valueOf(documents.size()))) {
            members.add("number");
        }
        return members;
    }

    /** @throws ProblemException {@code invalid-member} where no reason is given, or none that can be kept */
    String why() {
        return PlainText.line("reason", reason, MAX_REASON);
    }

    private static String text(MultivaluedMap<String, String> fields, String name) {
        return Optional.ofNullable(fields.getFirst(name)).orElse("");
    }
}
