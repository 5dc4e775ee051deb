package org.sluis.quarantine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.sluis.documents.RefusalView;
import org.sluis.platform.rest.Audience;
import org.sluis.platform.rest.FieldFilter;
import org.sluis.platform.rest.FilteredView;
import org.sluis.platform.rest.VisibleTo;

/** How the quarantine desk puts together what is there for one reason. */
class DeskGroupsTest {

    /** What a version on the desk says of why it is there. */
    record Version(
            @VisibleTo(Audience.ADMIN) String id,
            @VisibleTo(Audience.ADMIN) String state,
            @VisibleTo(Audience.ADMIN) Optional<String> reason,
            @VisibleTo(Audience.ADMIN) Optional<RefusalView> refusal) {}

    @Test
    void whatOneRuleRefusedStandsTogetherAndIsCounted() {
        DeskGroups groups = new DeskGroups(List.of(
                refused("1", "macro"),
                plain("2", "CHECKING", Optional.empty()),
                refused("3", "program"),
                refused("4", "macro"),
                plain("5", "REJECTED", Optional.of("malware")),
                plain("6", "CHECKING", Optional.empty())));
        assertThat(groups.versions())
                .extracting(version -> version.get("id"))
                .containsExactly("1", "4", "2", "6", "3", "5");
        assertThat(groups.heads()).isEqualTo(Map.of("1", "2", "2", "2", "3", "1", "5", "1"));
    }

    private static FilteredView refused(String id, String rule) {
        RefusalView refusal = new RefusalView(
                rule,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                "title",
                "detail",
                "advice",
                false);
        return shown(new Version(id, "REJECTED", Optional.of(rule), Optional.of(refusal)));
    }

    private static FilteredView plain(String id, String state, Optional<String> reason) {
        return shown(new Version(id, state, reason, Optional.empty()));
    }

    private static FilteredView shown(Version version) {
        return FieldFilter.shown(version, Set.of(Audience.ADMIN));
    }
}
