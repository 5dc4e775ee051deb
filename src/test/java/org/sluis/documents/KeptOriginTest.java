package org.sluis.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sluis.inspection.parsing.Removal;
import org.sluis.inspection.parsing.Rule;

/** What the portal left out of a copy survives its column, whatever its texts are. */
class KeptOriginTest {

    @Test
    void removalsComeBackAsTheyWere() {
        List<Removal> removals = List.of(
                new Removal(Rule.PDF_SCRIPT, Optional.empty(), Optional.empty(), 3),
                new Removal(Rule.UNSAFE_LINK, Optional.of("word/document.xml"), Optional.of("ms-msdt:/id"), 1),
                new Removal(Rule.DDE, Optional.of("a\tb\nc"), Optional.of("\u202e"), 2));
        assertThat(KeptOrigin.read(Optional.of(KeptOrigin.written(removals)))).isEqualTo(removals);
    }

    @Test
    void copyFromWhichNothingWasLeftOutHasNoRemovals() {
        assertThat(KeptOrigin.read(Optional.of(KeptOrigin.written(List.of())))).isEmpty();
        assertThat(KeptOrigin.read(Optional.empty())).isEmpty();
    }

    @Test
    void ruleThatIsNotKnownAnyMoreIsLeftOut() {
        assertThat(KeptOrigin.read(Optional.of("no-such-rule\t1\t\t\ndde\t2\t\t")))
                .extracting(Removal::rule)
                .containsExactly(Rule.DDE);
    }
}
