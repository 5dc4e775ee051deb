package org.sluis.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Pages say of access what is true for whoever reads them. */
class TrueWordsIT {

    private final Desk desk = new Desk();

    @Test
    void readerIsPromisedNoMoreThanTheyHave() {
        String document = desk.released();
        desk.grant(document, "inspector-1", "VIEW");
        assertThat(page("inspector-1", document)).contains("Passed all checks.").doesNotContain("People with access");
        assertThat(page("inspector-1", document + "?tab=details")).contains("See that it exists, preview");
    }

    @Test
    void rightsThatDoNothingOnARefusedDocumentAreNeitherShownNorOffered() {
        RestClient sender = desk.person("client-a1");
        String document = sender.refused(sender.upload(Desk.REPORT, "report.pdf", Desk.TEXT));
        assertThat(page("client-a1", document + "?tab=details"))
                .contains("Refused")
                .doesNotContain("Your right");
        assertThat(page("admin", document + "/grants"))
                .contains("This document has not passed its checks")
                .doesNotContain("/portal/granting?document=");
        assertThat(page("admin", desk.released() + "/grants"))
                .contains("/portal/granting?document=")
                .doesNotContain("This document has not passed its checks");
    }

    private String page(String account, String document) {
        Visitor reader = new Visitor(desk.stack);
        reader.signIn(account);
        return reader.get("/portal/documents/" + document).body();
    }
}
