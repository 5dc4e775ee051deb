package org.sluis.granting;

import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sluis.access.BatchOrder;
import org.sluis.access.GrantOrder;
import org.sluis.access.GrantRequest;
import org.sluis.access.PrincipalRequest;
import org.sluis.kernel.Ids;
import org.sluis.kernel.ProblemException;

/**
 * What an administrator has put together on the page for giving access.
 *
 * @param documents which; what is no identifier is left out
 * @param principals who, each kind and identifier with a colon between
 * @param words for whom to look, where the page was asked to look for more
 * @param right the name of a right
 * @param lastDay the last day of access, ISO 8601; none where it has no end
 * @param purpose why
 * @param sure whether the warning about another organisation was read
 * @param less whether the warning about those who would have less access than now was read
 * @param once what makes the same page, sent twice, one act
 */
record GrantingForm(
        List<UUID> documents,
        List<String> principals,
        String words,
        String right,
        String lastDay,
        String purpose,
        boolean sure,
        boolean less,
        Optional<String> once) {

    private static final String USUAL_RIGHT = "DOWNLOAD";

    /** As its fields say it, sent or kept. */
    static GrantingForm of(MultivaluedMap<String, String> fields) {
        return new GrantingForm(
                identifiers(fields.getOrDefault("document", List.of())),
                distinct(fields.getOrDefault("principal", List.of())),
                text(fields, "q"),
                fields.containsKey("right") ? text(fields, "right") : USUAL_RIGHT,
                text(fields, "validUntil"),
                text(fields, "purpose"),
                fields.containsKey("sure"),
                fields.containsKey("less"),
                Ids.parse(text(fields, "once")).map(UUID::toString));
    }

    /** The fields with which it begins: all the documents and people that an address or a selection names. */
    static MultivaluedMap<String, String> begun(List<String> documents, List<String> principals, String lastDay) {
        MultivaluedMap<String, String> fields = new MultivaluedHashMap<>();
        fields.put("document", documents);
        fields.put("principal", principals);
        fields.putSingle("validUntil", lastDay);
        return fields;
    }

    /** Whether it comes from elsewhere than the page for it, which has all fields. */
    static boolean isSelection(MultivaluedMap<String, String> fields) {
        return !fields.containsKey("act");
    }

    /** Who was chosen, where a field holds an identifier. */
    List<UUID> principalIds() {
        return principals.stream()
                .map(GrantingForm::identifier)
                .flatMap(id -> Ids.parse(id).stream())
                .toList();
    }

    /** What was typed, to be shown again. */
    Map<String, String> typed() {
        return new HashMap<>(Map.of("right", right, "validUntil", lastDay, "purpose", purpose, "q", words));
    }

    /** All members that are missing or senseless, in the order of the page. */
    List<String> complaints(ZoneId zone) {
        List<String> members = new ArrayList<>();
        if (documents.isEmpty()) {
            members.add("documentIds");
        }
        if (principals.isEmpty()) {
            members.add("principal");
        }
        tried(() -> probe(right, "", "-", zone), members);
        tried(() -> probe(USUAL_RIGHT, lastDay, "-", zone), members);
        tried(() -> probe(USUAL_RIGHT, "", purpose, zone), members);
        return members;
    }

    /**
     * The order for all of it.
     *
     * @param zone where the last day is meant
     * @throws ProblemException {@code invalid-member} naming the first senseless member
     */
    BatchOrder order(ZoneId zone) {
        List<GrantOrder> grants = new ArrayList<>();
        for (String principal : principals) {
            String kind = principal.replaceFirst(":.*", "");
            grants.add(new GrantRequest(
                            new PrincipalRequest(kind, identifier(principal)), right, null, end(lastDay, zone), purpose)
                    .order());
        }
        return new BatchOrder(documents, grants);
    }

    private static void probe(String right, String lastDay, String purpose, ZoneId zone) {
        new GrantRequest(
                        new PrincipalRequest("PERSON", Ids.next().toString()), right, null, end(lastDay, zone), purpose)
                .order();
    }

    private static void tried(Runnable probe, List<String> members) {
        try {
            probe.run();
        } catch (ProblemException refusal) {
            members.add(String.valueOf(refusal.facts().get("member")));
        }
    }

    /** The last day counts whole: the end is the first moment after it. */
    private static @Nullable String end(String lastDay, ZoneId zone) {
        if (lastDay.isBlank()) {
            return null;
        }
        try {
            return LocalDate.parse(lastDay)
                    .plusDays(1)
                    .atStartOfDay(zone)
                    .toInstant()
                    .toString();
        } catch (DateTimeException notADay) {
            throw ProblemException.invalid("validUntil", "format");
        }
    }

    private static String identifier(String principal) {
        return principal.replaceFirst("[A-Z]*:", "");
    }

    private static List<UUID> identifiers(List<String> texts) {
        return texts.stream()
                .flatMap(text -> Ids.parse(text).stream())
                .distinct()
                .toList();
    }

    private static List<String> distinct(List<String> texts) {
        return texts.stream().distinct().toList();
    }

    private static String text(MultivaluedMap<String, String> fields, String name) {
        return Optional.ofNullable(fields.getFirst(name)).orElse("");
    }
}
