package org.sluis.audit;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.UriBuilder;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.sluis.kernel.AuditEvent.Outcome;
import org.sluis.kernel.Page;
import org.sluis.platform.config.Settings;
import org.sluis.platform.rest.FilteredView;
import org.sluis.platform.rest.PageRequest;
import org.sluis.platform.web.Formats;
import org.sluis.platform.web.Messages;
import org.sluis.platform.web.PageModel;
import org.sluis.platform.web.PortalPage;

/** Fills the pages that show entries of the trail: their filters, words for what they say, and where the list goes on. */
@RequestScoped
class ActivityWords {

    private static final String ADDRESS = "/portal/activity";

    /** What is said of each field that is wrong. */
    private static final Map<String, String> COMPLAINTS = Map.of(
            "person", "access.wrong.person",
            "document", "trail.wrong.document",
            "act", "trail.wrong.choice",
            "outcome", "trail.wrong.choice",
            "from", "trail.wrong.day",
            "to", "trail.wrong.day");

    @Inject
    ActTexts acts;

    @Inject
    FactWords facts;

    @Inject
    Formats formats;

    @Inject
    Messages messages;

    @Inject
    Settings settings;

    @Inject
    PageModel model;

    @Inject
    PortalPage page;

    /** What there is to filter by, and what was typed. */
    void offer(ActivityFilters filters) {
        model.repeat("given", filters.given());
        model.offer("acts", acts.sorted(page.locale()));
        model.offer(
                "outcomes", Arrays.stream(Outcome.values()).map(Outcome::name).toList());
        model.complain(Map.of());
        explain();
    }

    /** Words for acts; one that another release wrote may have none. */
    void explain() {
        model.repeat("actWords", acts.words(page.locale()));
    }

    void show(FilteredView entry) {
        model.show("entry", entry);
        model.repeat("says", facts.of(entry, page.locale()));
        explain();
    }

    void complain(ActivityFilters filters) {
        Map<String, String> complaints = new LinkedHashMap<>();
        filters.wrong().forEach(field -> complaints.put(field, text(COMPLAINTS.getOrDefault(field, ""))));
        model.complain(complaints);
    }

    /** Which of several people was meant; each is a link to the same list. */
    void choose(ActivityFilters filters, Map<UUID, String> meant) {
        Map<String, String> people = new LinkedHashMap<>();
        Map<String, String> links = new LinkedHashMap<>();
        meant.forEach((id, name) -> {
            people.put(id.toString(), name);
            links.put(id.toString(), address(ADDRESS, filters.given(), Map.of("person", id.toString())));
        });
        model.repeat("people", people);
        model.repeat("links", links);
    }

    void list(Page<FilteredView> found) {
        model.flag("addresses", found.items().stream().anyMatch(entry -> entry.containsKey("address")));
        model.showAll("entries", found.items());
        model.flag("unsearched", found.nextCursor().isPresent() && found.items().isEmpty());
    }

    /** Chips of what is filtered by, the next page, and the files that can be fetched. */
    void goOn(ActivityFilters filters, Map<UUID, String> meant, Page<FilteredView> found, boolean continued) {
        Map<String, String> given = filters.given();
        Map<String, String> chips = new LinkedHashMap<>();
        Map<String, String> removals = new LinkedHashMap<>();
        given.forEach((name, value) -> {
            chips.put(name, chip(name, value, meant));
            Map<String, String> left = new LinkedHashMap<>(given);
            left.remove(name);
            removals.put(name, address(ADDRESS, left, Map.of()));
        });
        model.repeat("chips", chips);
        model.repeat("removals", removals);
        model.say(
                "more",
                found.nextCursor()
                        .map(next -> address(ADDRESS, given, Map.of("cursor", PageRequest.encode(next))))
                        .orElse(null));
        model.flag("continued", continued);
        model.say("csv", address(ADDRESS + "/entries.csv", given, Map.of()));
        model.say("jsonl", address(ADDRESS + "/entries.jsonl", given, Map.of()));
        model.say("exportDays", String.valueOf(settings.trailExport().days()));
    }

    private String chip(String name, String value, Map<UUID, String> meant) {
        Locale language = page.locale();
        return switch (name) {
            case "person" ->
                messages.text(
                        language,
                        "trail.chip.person",
                        meant.values().stream().findFirst().orElse(value));
            case "document" -> messages.text(language, "trail.chip.document", value);
            case "act" -> acts.words(language).getOrDefault(value, value);
            case "outcome" -> text(Outcome.DENIED.name().equals(value) ? "trail.refused" : "trail.done");
            case "from" -> messages.text(language, "trail.chip.from", formats.day(value, language));
            default -> messages.text(language, "trail.chip.to", formats.day(value, language));
        };
    }

    private String text(String key) {
        return messages.text(page.locale(), key);
    }

    private static String address(String path, Map<String, String> given, Map<String, String> more) {
        Map<String, String> all = new LinkedHashMap<>(given);
        all.putAll(more);
        UriBuilder address = UriBuilder.fromPath(path);
        all.keySet().forEach(name -> address.queryParam(name, "{" + name + "}"));
        return address.buildFromMap(all).toString();
    }
}
