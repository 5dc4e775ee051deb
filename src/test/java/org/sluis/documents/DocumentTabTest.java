package org.sluis.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sluis.documents.DocumentTab.Standing;

/** Which parts of a document's page somebody has, and which stands first. */
class DocumentTabTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            sender of a PDF                | true  | true  | true  | false | false | preview versions access details          | preview
            sender of a refused file       | false | true  | true  | false | false | versions access details                  | versions
            sender of an office file       | true  | false | true  | false | false | preview versions access details          | versions
            inspector                      | true  | true  | false | false | false | preview versions details                 | preview
            administrator without a right  | false | true  | true  | true  | true  | versions access activity details         | access
            administrator of a refused one | false | false | true  | false | true  | versions access activity details         | versions
            administrator with a right     | true  | true  | true  | true  | true  | preview versions access activity details | preview
            protection officer             | false | true  | true  | false | true  | versions access activity details         | versions
            """)
    void everybodyHasTheirOwn(
            String who,
            boolean previewing,
            boolean drawable,
            boolean listingGrants,
            boolean granting,
            boolean knowingTheTrail,
            String tabs,
            String first) {
        Standing reader = new Standing(previewing, drawable, listingGrants, granting, knowingTheTrail);
        List<String> had = DocumentTab.codes(reader.tabs());
        assertThat(had).containsExactly(tabs.split(" "));
        assertThat(reader.open(null).code()).isEqualTo(first);
        assertThat(reader.open("no-such-part").code()).isEqualTo(first);
        for (DocumentTab tab : DocumentTab.values()) {
            assertThat(reader.open(tab.code()).code()).isEqualTo(had.contains(tab.code()) ? tab.code() : first);
        }
    }
}
