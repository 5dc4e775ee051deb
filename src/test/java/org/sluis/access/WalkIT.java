package org.sluis.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.sluis.documents.Criteria;
import org.sluis.documents.Documents;
import org.sluis.documents.Walks;
import org.sluis.kernel.Caller;
import org.sluis.kernel.Page;
import org.sluis.kernel.Role;
import org.sluis.people.PrincipalKind;
import org.sluis.platform.rest.Audience;
import org.sluis.platform.rest.FilteredView;
import org.sluis.platform.rest.PageRequest;
import org.sluis.stack.BareDatabase;

/** A page looks at a bounded number of grants, says where it stopped, and nothing is lost or shown twice by that. */
@TestInstance(Lifecycle.PER_CLASS)
class WalkIT {

    private static final int MOST = 3;

    private final BareDatabase database = BareDatabase.get();
    private final Exchange exchange = new Exchange(database);
    private final Caller administrator = exchange.person(Optional.empty(), Role.ADMIN);
    private final Caller sender = exchange.person(Optional.of("Plant " + UUID.randomUUID()), Role.CLIENT);
    private final Caller reader = exchange.person(Optional.of("Quarry " + UUID.randomUUID()), Role.CLIENT);
    private final List<UUID> own = new ArrayList<>();
    private final List<UUID> shared = new ArrayList<>();

    /** Oldest first; what is granted to the reader's organisation lies among what is granted to the reader alone. */
    @BeforeAll
    void grantTwelveDocuments() {
        UUID organisation = reader.organisationId().orElseThrow();
        for (int number = 0; number < 12; number++) {
            UUID document = exchange.released(sender, number % 6 == 0 ? "rare " + number : "common " + number);
            PrincipalKind kind = number % 4 == 3 ? PrincipalKind.ORGANISATION : PrincipalKind.PERSON;
            exchange.grant(
                    administrator,
                    document,
                    new GrantOrder(
                            kind,
                            kind == PrincipalKind.PERSON ? reader.personId() : organisation,
                            Right.VIEW,
                            Optional.empty(),
                            Optional.empty(),
                            "inspection"));
            (kind == PrincipalKind.PERSON ? own : shared).add(document);
        }
        Walks.shorten(exchange.portal, MOST);
    }

    @AfterAll
    void close() {
        exchange.close();
    }

    @Test
    void aSearchForARareWordStopsAndGoesOnUntilItHasFoundAll() {
        List<Page<FilteredView>> pages = pages(reader, words(reader, "rare"), 50);
        assertThat(titles(pages)).containsExactly("rare 6", "rare 0");
        assertThat(pages).hasSizeGreaterThan(2);
        assertThat(pages.get(0).items()).isEmpty();
        assertThat(pages.get(0).nextCursor()).isPresent();
    }

    @Test
    void aSearchThatFindsNothingComesToAnEnd() {
        List<Page<FilteredView>> pages = pages(reader, words(reader, "nowhere"), 50);
        assertThat(titles(pages)).isEmpty();
        assertThat(pages).hasSize(own.size() / MOST + 1);
        assertThat(pages.get(pages.size() - 1).nextCursor()).isEmpty();
    }

    @Test
    void severalPrincipalsAreMergedNewestFirstHoweverFarEachWasLookedAt() {
        for (int limit : List.of(1, 2, 5, 50)) {
            List<String> found = titles(pages(reader, words(reader, "common"), limit));
            assertThat(found)
                    .containsExactly(
                            "common 11",
                            "common 10",
                            "common 9",
                            "common 8",
                            "common 7",
                            "common 5",
                            "common 4",
                            "common 3",
                            "common 2",
                            "common 1");
            assertThat(titles(pages(reader, Criteria.NONE, limit))).hasSize(own.size() + shared.size());
        }
    }

    /** What others were granted meanwhile moves no page of the reader's. */
    @Test
    void whatTheCallerMayNotSeeMovesNothing() {
        List<Page<FilteredView>> before = pages(reader, words(reader, "rare"), 50);
        for (int number = 0; number < 2 * MOST; number++) {
            exchange.released(sender, "rare and foreign");
        }
        assertThat(pages(reader, words(reader, "rare"), 50)).isEqualTo(before);
    }

    @Test
    void administratorsSearchStopsAndGoesOnAsWell() {
        List<Page<FilteredView>> pages = pages(administrator, words(administrator, "common 1"), 50);
        assertThat(pages).hasSizeGreaterThan(2);
        assertThat(titles(pages)).contains("common 11", "common 10", "common 1");
    }

    private static Criteria words(Caller caller, String words) {
        return Criteria.of(Audience.of(caller), words, null, null, null, null);
    }

    private List<Page<FilteredView>> pages(Caller caller, Criteria criteria, int limit) {
        List<Page<FilteredView>> pages = new ArrayList<>();
        Optional<UUID> below = Optional.empty();
        do {
            PageRequest request = new PageRequest(limit, below);
            Page<FilteredView> page = exchange.portal.as(
                    caller, () -> exchange.portal.get(Documents.class).list(caller, criteria, request));
            pages.add(page);
            below = page.nextCursor();
        } while (below.isPresent());
        return pages;
    }

    private static List<String> titles(List<Page<FilteredView>> pages) {
        return pages.stream()
                .flatMap(page -> page.items().stream())
                .map(item -> String.valueOf(item.get("title")))
                .toList();
    }
}
