package org.sluis.documents;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sluis.inspection.Categories;
import org.sluis.inspection.Category;
import org.sluis.kernel.Caller;
import org.sluis.kernel.Page;
import org.sluis.kernel.ProblemException;
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
    private static final int LAST_YEAR = 9998;
    private static final int ONE_MICROSECOND = 1_000;

    /** What else than filters the list can be narrowed to. */
    private static final Map<String, String> SHOWN = Map.of(
            Among.UNREAD.code(), "documents.show.unread",
            Among.ENDING.code(), "documents.show.ending",
            Among.UNGRANTED.code(), "documents.show.ungranted");

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
     * @param asked the filters as they were sent
     * @param shown how many documents the reader sees: so many at once for whoever comes back, this page included for whoever goes on
     */
    void show(
            Caller reader,
            Map<String, ? extends @Nullable String> asked,
            @Nullable String cursor,
            @Nullable Integer shown) {
        ListAddress address = ListAddress.of(asked);
        Criteria criteria = criteria(Audience.of(reader), address.filters());
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
        model.say("words", address.filters().get("q"));
        model.repeat("asked", address.filters());
        model.repeat("removals", address.removals());
        model.repeat("chips", chips(address.filters()));
        model.offer("states", states());
        model.offer("categories", categories.all().stream().map(Category::name).toList());
        model.say("count", count(found));
        model.say("width", String.valueOf(width()));
    }

    /** Which hits their content made, by their identifiers. */
    private static Map<String, String> inContent(Page<ListedDocument> listed) {
        return listed.items().stream()
                .filter(ListedDocument::inContent)
                .collect(Collectors.toMap(hit -> hit.id().toString(), hit -> "yes"));
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

    private Criteria criteria(Set<Audience> readers, Map<String, String> asked) {
        Optional<String> after = day("from", asked)
                .map(day -> day.atStartOfDay(settings.zone())
                        .toInstant()
                        .minusNanos(ONE_MICROSECOND)
                        .toString());
        Optional<String> before = day("to", asked)
                .map(day -> day.plusDays(1)
                        .atStartOfDay(settings.zone())
                        .toInstant()
                        .toString());
        return Criteria.of(
                        readers, asked.get("q"), known(asked.get("category")), null, asked.get("state"), orNull(after))
                .before(readers, orNull(before))
                .from(readers, asked.get("organisation"))
                .showing(readers, asked.get("show"));
    }

    private @Nullable String known(@Nullable String category) {
        if (category != null && categories.named(category).isEmpty()) {
            throw ProblemException.invalid("category", "unknown");
        }
        return category;
    }

    private static Optional<LocalDate> day(String parameter, Map<String, String> asked) {
        Optional<LocalDate> day;
        try {
            day = Optional.ofNullable(asked.get(parameter)).map(LocalDate::parse);
        } catch (DateTimeException malformed) {
            throw ProblemException.invalid(parameter, "format");
        }
        if (day.filter(given -> given.getYear() < 1 || given.getYear() > LAST_YEAR)
                .isPresent()) {
            throw ProblemException.invalid(parameter, "range");
        }
        return day;
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

    private static @Nullable String orNull(Optional<String> text) {
        return text.isPresent() ? text.get() : null;
    }
}
