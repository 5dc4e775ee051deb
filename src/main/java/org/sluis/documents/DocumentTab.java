package org.sluis.documents;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The parts of a document's page, each with an address of its own. */
enum DocumentTab {
    PREVIEW,
    VERSIONS,
    ACCESS,
    ACTIVITY,
    DETAILS;

    /**
     * Which of them a reader has, and which stands first for them.
     *
     * @param previewing whether they may look into the document
     * @param drawable whether its format is one that is shown
     * @param listingGrants whether they may know who has access
     * @param granting whether they give access to it
     * @param knowingTheTrail whether they may know what others did with it
     */
    record Standing(
            boolean previewing, boolean drawable, boolean listingGrants, boolean granting, boolean knowingTheTrail) {

        Set<DocumentTab> tabs() {
            Set<DocumentTab> tabs = EnumSet.allOf(DocumentTab.class);
            if (!previewing) {
                tabs.remove(PREVIEW);
            }
            if (!listingGrants) {
                tabs.remove(ACCESS);
            }
            if (!knowingTheTrail) {
                tabs.remove(ACTIVITY);
            }
            return tabs;
        }

        /** The one that was asked for, where the reader has it. */
        DocumentTab open(@Nullable String asked) {
            return tabs().stream()
                    .filter(tab -> tab.code().equals(asked))
                    .findFirst()
                    .orElseGet(this::first);
        }

        private DocumentTab first() {
            if (previewing && drawable) {
                return PREVIEW;
            }
            return granting && listingGrants ? ACCESS : VERSIONS;
        }
    }

    /** As addresses have it. */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static List<String> codes(Set<DocumentTab> tabs) {
        return tabs.stream().map(DocumentTab::code).toList();
    }
}
