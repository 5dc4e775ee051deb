package org.sluis.documents;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sluis.inspection.Categories;
import org.sluis.inspection.Category;
import org.sluis.kernel.Caller;
import org.sluis.kernel.Page;
import org.sluis.platform.config.Settings;
import org.sluis.platform.rest.Audience;
import org.sluis.platform.rest.FilteredView;
import org.sluis.platform.rest.PageRequest;
import org.sluis.platform.web.Formats;
import org.sluis.platform.web.Messages;
import org.sluis.platform.web.PageModel;
import org.sluis.platform.web.PortalPage;

/** Fills the page that lists documents: what it is filtered by, what was found, and where it goes on. */
@RequestScoped
class DocumentList {

    private static final int STEP = 50;
    private static final int MOST_AT_ONCE = 200;

    /** What else than filters the list can be narrowed to. */
    private static final Map<String, String> SHOWN = Map.of(
            Among.UNREAD.code(), "documents.show.unread",
            Among.ENDING.code(), "documents.show.ending",
            Among.UNGRANTED.code(), "documents.show.ungranted");

    /** What is said of a filter that says nothing. */
    private static final Map<String, String> WRONG = Map.of(
            "q", "invalid.q",
            "state", "documents.invalid.state",
            "category", "invalid.category",
            "organisation", "documents.invalid.organisation",
            "from", "documents.invalid.day",
            "to", "documents.invalid.day");

    @Inject
    Documents documents;

    @Inject
    Holders holders;

    @Inject
    Categories categories;

    @Inject
    Settings settings;

    @Inject
    Formats formats;

    @Inject
    Messages messages;

    @Inject
    PageModel model;

    @Inject
    PortalPage page;

    /**
     * Where a filter says nothing that can be looked for, the page says so at that filter, and shows no document.
     *
     * @param asked the filters as they were sent
     * @param shown how many documents the reader sees: so many at once for whoever comes back, this page included for whoever goes on
     * @return whether it was looked for
     */
    boolean show(
            Caller reader,
            Map<String, ? extends @Nullable String> asked,
            @Nullable String cursor,
            @Nullable Integer shown) {
        ListAddress address = ListAddress.of(asked);
        ListFilters filters = new ListFilters(address.filters(), Audience.of(reader), categories, settings.zone());
        Map<String, String> wrong = filters.wrong();
        model.complain(worded(wrong));
        frame(address, wrong.keySet());
        if (wrong.isEmpty()) {
            find(reader, address, filters.criteria(), cursor, shown);
        } else {
            showNothing();
        }
        return wrong.isEmpty();
    }

    private void find(
            Caller reader, ListAddress address, Criteria criteria, @Nullable String cursor, @Nullable Integer shown) {
        int sofar = Math.max(STEP, Math.min(MOST_AT_ONCE, shown == null ? STEP : shown));
        PageRequest wanted = PageRequest.of(cursor == null ? sofar : STEP, cursor);
        Page<ListedDocument> listed = documents.find(reader, criteria, wanted);
        Page<FilteredView> found = listed.map(document -> document.shownTo(reader));
        model.showAll("documents", found.items());
        model.repeat("holders", page.isAdministrator() ? holders.of(reader, found.items()) : Map.of());
        model.repeat("inContent", inContent(listed));
        goOn(address, found, sofar);
        model.flag("unsearched", found.nextCursor().isPresent() && found.items().size() < wanted.limit());
        model.flag("continued", cursor != null);
        model.flag("selectable", page.isSender() || page.isAdministrator());
        model.flag("filtered", !criteria.equals(Criteria.NONE));
        model.say("count", count(found));
    }

    private void showNothing() {
        model.showAll("documents", List.of());
        model.repeat("holders", Map.of());
        model.say("more", null);
        model.say("place", null);
        model.flag("unsearched", false);
        model.flag("continued", false);
        model.flag("selectable", false);
        model.flag("filtered", true);
        model.say("count", null);
    }

    /** What is around the rows, whatever was found: the filters as they were typed, and what they are. */
    private void frame(ListAddress address, Set<String> wrong) {
        Map<String, String> understood = new LinkedHashMap<>(address.filters());
        understood.keySet().removeAll(wrong);
        model.say("words", address.filters().get("q"));
        model.repeat("asked", address.filters());
        model.repeat("removals", address.removals());
        model.repeat("chips", chips(understood));
        model.offer("states", states());
        model.offer("categories", categories.all().stream().map(Category::name).toList());
        model.say("width", String.valueOf(width()));
    }

    /** Which hits their content made, by their identifiers. */
    private static Map<String, String> inContent(Page<ListedDocument> listed) {
        return listed.items().stream()
                .filter(ListedDocument::inContent)
                .collect(Collectors.toMap(hit -> hit.id().toString(), hit -> "yes"));
    }

    /** What is wrong with each filter, with what was typed there. */
    private Map<String, String> worded(Map<String, String> wrong) {
        Map<String, String> complaints = new LinkedHashMap<>();
        wrong.forEach((filter, typed) ->
                complaints.put(filter, messages.text(page.locale(), WRONG.getOrDefault(filter, filter), typed)));
        return complaints;
    }

    private void goOn(ListAddress address, Page<FilteredView> found, int sofar) {
        String then = String.valueOf(sofar + STEP);
        model.say(
                "more",
                found.nextCursor()
                        .map(next -> address.with(Map.of("shown", then, "cursor", PageRequest.encode(next))))
                        .orElse(null));
        model.say("place", address.with(Map.of("shown", String.valueOf(Math.min(sofar + STEP, MOST_AT_ONCE)))));
    }

    /** What each filter is, as people say it. */
    private Map<String, String> chips(Map<String, String> asked) {
        Map<String, String> chips = new LinkedHashMap<>();
        asked.forEach((name, value) -> chips.put(
                name,
                switch (name) {
                    case "state" -> text("state." + value);
                    case "category" -> text("category." + value);
                    case "from" ->
                        messages.text(page.locale(), "documents.chip.from", formats.day(value, page.locale()));
                    case "to" -> messages.text(page.locale(), "documents.chip.to", formats.day(value, page.locale()));
                    case "show" -> text(SHOWN.getOrDefault(value, value));
                    case "organisation" -> messages.text(page.locale(), "documents.chip.organisation", value);
                    default -> messages.text(page.locale(), "documents.chip.words", value);
                }));
        return chips;
    }

    private String text(String key) {
        return messages.text(page.locale(), key);
    }

    /** What is said when a search has been answered, instead of the rows. */
    private String count(Page<FilteredView> found) {
        int size = found.items().size();
        String key = found.nextCursor().isPresent()
                ? "documents.count.first"
                : size == 1 ? "documents.count.one" : "documents.count";
        return messages.text(page.locale(), key, size);
    }

    /** How many columns there are: two always, and one to tick where there is something to do with what is ticked. */
    private long width() {
        long chosen = Stream.of(
                        "file",
                        "sender",
                        "organisation",
                        "category",
                        "sent",
                        page.isAdministrator() ? "access" : "until")
                .filter(page::shows)
                .count();
        return chosen + (page.isSender() || page.isAdministrator() ? 3 : 2);
    }

    private static List<String> states() {
        return Arrays.stream(DocumentState.values())
                .filter(state -> state != DocumentState.ERASED)
                .map(Enum::name)
                .toList();
    }
}
