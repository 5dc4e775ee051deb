package org.sluis.platform.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** Columns that have names: what is selected, and what is read of a row. */
class ProjectionTest {

    private static final Projection COLUMNS = Projection.of("""
            name = p.name
            waits = case when p.state = 'WAITING' then p.since end
            """).and(Projection.of("count = count(*)"));

    @Test
    void selectsAllInTheirOrder() {
        assertThat(COLUMNS.sql()).isEqualTo("p.name, case when p.state = 'WAITING' then p.since end, count(*)");
    }

    @Test
    void readsByName() {
        NamedRow row = COLUMNS.of(new Object[] {"one", null, 3});
        assertThat(row.text("name")).contains("one");
        assertThat(row.instant("waits")).isEmpty();
        assertThat(row.number("count")).isEqualTo(3);
    }

    @Test
    void knowsNoNameThatIsNotThereAndNoneTwice() {
        NamedRow row = COLUMNS.of(new Object[] {"one", null, 3});
        assertThatThrownBy(() -> row.text("title")).hasMessageContaining("title");
        assertThatThrownBy(() -> COLUMNS.and(Projection.of("name = q.name"))).hasMessageContaining("name");
    }
}
