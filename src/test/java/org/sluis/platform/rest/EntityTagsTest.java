package org.sluis.platform.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class EntityTagsTest {

    private static final String OURS = "\"r7\"";

    @Test
    void readsListsWithEmptyElementsAndCommasInsideTags() {
        assertThat(tags("\"a,b\" ,, W/\"c\",\t\"\"")).containsExactly("\"a,b\"", "W/\"c\"", "\"\"");
    }

    @Test
    void starNamesEverything() {
        assertThat(EntityTags.of(" * ").orElseThrow().nameStrongly(OURS)).isTrue();
    }

    @Test
    void weakTagsNameOnlyWeakly() {
        EntityTags weak = EntityTags.of("W/\"r7\"").orElseThrow();
        assertThat(weak.nameWeakly(OURS)).isTrue();
        assertThat(weak.nameStrongly(OURS)).isFalse();
    }

    @Test
    void aTagInsideAnotherIsNotNamed() {
        assertThat(EntityTags.of("\"xr7\", \"r77\"").orElseThrow().nameWeakly(OURS))
                .isFalse();
    }

    @Test
    void whatIsNoListNamesNothing() {
        for (String malformed : List.of("r7", "\"r7", "\"r7\" \"r8\"", "w/\"r7\"", "\"r7\", *", "")) {
            assertThat(EntityTags.of(malformed).orElseThrow().nameWeakly(OURS))
                    .as(malformed)
                    .isFalse();
        }
    }

    @Test
    void anAbsentHeaderIsNoCondition() {
        assertThat(EntityTags.of(null)).isEmpty();
    }

    private static List<String> tags(String header) {
        return EntityTags.of(header).orElseThrow().tags();
    }
}
