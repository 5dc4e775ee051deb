package org.sluis.home;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sluis.audit.ActivePeople;
import org.sluis.documents.Traffic;
import org.sluis.kernel.Caller;
import org.sluis.kernel.ProblemException;
import org.sluis.platform.config.Settings;
import org.sluis.platform.rest.Audience;
import org.sluis.platform.rest.FieldFilter;
import org.sluis.platform.rest.FilteredView;
import org.sluis.quarantine.RefusalStatistics;

/** How the portal is used, for administrators: what came in, what was refused and why, how long checks took, how many people. */
@ApplicationScoped
class Overview {

    private static final int USUAL = 30;
    private static final int LONGEST = 92;

    @Inject
    Traffic traffic;

    @Inject
    ActivePeople people;

    @Inject
    RefusalStatistics refusals;

    @Inject
    Settings settings;

    /**
     * What an overview shows.
     *
     * @param numbers of the {@link OverviewView}
     * @param refusals by rule, of the same days
     */
    record Shown(FilteredView numbers, FilteredView refusals) {}

    /**
     * The look at the refusals is in the trail, and so is who was refused it.
     *
     * @param days how many, today included; 30 where none are named
     * @throws ProblemException {@code invalid-member} for none or more than 92, {@code role-missing}
     */
    @Transactional
    Shown of(Caller administrator, @Nullable Integer days) {
        int asked = Optional.ofNullable(days).orElse(USUAL);
        if (asked < 1 || asked > LONGEST) {
            throw ProblemException.invalid("days", "range");
        }
        FilteredView refused = refusals.read(administrator, asked);
        LocalDate today = LocalDate.now(settings.zone());
        LocalDate first = today.minusDays(asked - 1L);
        Map<LocalDate, Traffic.Day> received = traffic.since(administrator, first);
        Map<LocalDate, Long> active = people.since(administrator, first);
        List<OverviewView.Day> perDay = first.datesUntil(today.plusDays(1))
                .map(day -> OverviewView.Day.of(
                        received.getOrDefault(day, Traffic.Day.without(day)), active.getOrDefault(day, 0L)))
                .toList();
        Traffic.Kept kept = traffic.kept(administrator);
        OverviewView view = new OverviewView(asked, kept.files(), kept.bytes(), perDay);
        return new Shown(FieldFilter.shown(view, Audience.of(administrator)), refused);
    }
}
