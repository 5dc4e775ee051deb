package org.sluis.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.sluis.Pages;

/** Whoever chooses a language on a page that only a form draws comes back to one that can be read. */
class ReadablePagesTest {

    private final ReadablePages pages = new ReadablePages("/portal", new Pages().getClasses());

    @Test
    void readablePageIsItsOwnNearest() {
        assertThat(pages.nearest("/portal/people/7")).contains("/portal/people/7");
        assertThat(pages.nearest("/portal/granting")).contains("/portal/granting");
    }

    @Test
    void pageThatAFormDrawsLeadsToTheNextAboveIt() {
        assertThat(pages.nearest("/portal/people/7/roles")).contains("/portal/people/7");
        assertThat(pages.nearest("/portal/upload/7")).contains("/portal/upload");
        assertThat(pages.nearest("/portal/documents/7/cleaned-copy/proposal")).contains("/portal/documents/7");
        assertThat(pages.nearest("/portal/quarantine/7/reinstatement/8/consent"))
                .contains("/portal/quarantine/7");
        assertThat(pages.nearest("/portal/account-changes/7/consent")).contains("/portal/account-changes");
    }

    @Test
    void nothingIsAboveWhatIsNoPage() {
        assertThat(pages.nearest("/portal/nothing")).isEmpty();
        assertThat(pages.nearest("/problems/macro")).isEmpty();
    }
}
