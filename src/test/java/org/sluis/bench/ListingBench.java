package org.sluis.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.sluis.documents.Criteria;
import org.sluis.documents.Documents;
import org.sluis.kernel.Caller;
import org.sluis.kernel.Role;
import org.sluis.people.PrincipalKind;
import org.sluis.platform.rest.Audience;
import org.sluis.platform.rest.PageRequest;
import org.sluis.stack.BareDatabase;
import org.sluis.stack.UseCases;

/**
 * The first page of a list, for few and many grants, in a small and in a large portal: the use case as the API calls it, with both
 * walls and the entry in the trail, on one connection. What is not counted is the flush of that entry to disk.
 */
class ListingBench {

    private static final int SMALL = 10_000;
    private static final int LARGE = 1_000_000;
    private static final int WARM = 30;
    private static final int TIMES = 200;
    private static final double MOST = 1.5;

    private final BareDatabase database = BareDatabase.get();

    @Test
    void pageCostsTheSameInALargePortal() throws Exception {
        Report report = new Report(
                "listing",
                "Lists",
                "caller, filter",
                "10,000 documents, p50 / p95 ms",
                "1,000,000 documents, p50 / p95 ms",
                "ratio of p50",
                "ratio of p95");
        Holdings holdings = new Holdings(database::connectAsSuperuser);
        try (UseCases portal = UseCases.ofApplication(database)) {
            holdings.grow(SMALL);
            Map<String, Durations> small = measured(portal, holdings);
            holdings.grow(LARGE);
            Map<String, Durations> large = measured(portal, holdings);
            for (Map.Entry<String, Durations> row : small.entrySet()) {
                Durations before = row.getValue();
                Durations after = Objects.requireNonNull(large.get(row.getKey()));
                report.row(
                        row.getKey(),
                        before.written(),
                        after.written(),
                        Report.ratio(after.percentile(50) / before.percentile(50)),
                        Report.ratio(after.percentile(95) / before.percentile(95)));
            }
            report.write();
            small.forEach((name, before) -> assertThat(
                            Objects.requireNonNull(large.get(name)).percentile(50))
                    .as(name)
                    .isLessThanOrEqualTo(MOST * before.percentile(50)));
        }
    }

    private static Map<String, Durations> measured(UseCases portal, Holdings holdings) throws Exception {
        int many = Math.min(100_000, holdings.documents());
        Map<String, Durations> found = new LinkedHashMap<>();
        for (int grants : new int[] {10, 1_000}) {
            Caller holder = holdings.holder(grants, PrincipalKind.PERSON);
            found.put(grants + " grants", page(portal, holder, null, null));
        }
        Caller person = holdings.holder(many, PrincipalKind.PERSON);
        String name = "100,000 grants (10,000 in small)";
        found.put(name, page(portal, person, null, null));
        found.put(
                name + ", through an organisation",
                page(portal, holdings.holder(many, PrincipalKind.ORGANISATION), null, null));
        found.put(name + ", through a team", page(portal, holdings.holder(many, PrincipalKind.TEAM), null, null));
        found.put(name + ", one category", page(portal, person, null, "certificate"));
        found.put(name + ", words of one in a hundred", page(portal, person, Holdings.COMMON, null));
        found.put(name + ", words of one document halfway", page(portal, person, Holdings.RARE, null));
        found.put(name + ", words of none", page(portal, person, "nothing like it", null));
        Caller administrator =
                new Caller(person.personId(), "A", Set.of(Role.ADMIN), Optional.empty(), Optional.empty());
        found.put("administrator", page(portal, administrator, null, null));
        found.put("administrator, words of none", page(portal, administrator, "nothing like it", null));
        return found;
    }

    private static Durations page(UseCases portal, Caller caller, @Nullable String words, @Nullable String category)
            throws Exception {
        Criteria criteria = Criteria.of(Audience.of(caller), words, category, null, null, null);
        PageRequest first = PageRequest.of(null, null);
        return Durations.of(
                WARM,
                TIMES,
                () -> portal.as(caller, () -> portal.get(Documents.class).list(caller, criteria, first)));
    }
}
