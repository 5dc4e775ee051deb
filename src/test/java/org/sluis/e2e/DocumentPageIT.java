package org.sluis.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.sluis.kernel.Ids;

/** The page of a document: what stands in its head, its parts by keyboard on a phone, and what became of the document. */
class DocumentPageIT {

    private static final int PHONE = 390;
    private static final int LOOKED_AT = 1000;
    private static final Pattern MORE = Pattern.compile("href=\"([^\"]*cursor=[^\"]*)\"");

    private final Desk desk = new Desk();

    @Test
    void partsAreReachedByKeyboardOnAPhoneAndTellWhatWasDone() {
        String id = desk.released("report.pdf", Pdf.saying("52,5 N/mm2"));
        desk.grant(id, "inspector-1", "DOWNLOAD");
        desk.person("inspector-1").get("/documents/" + id + "/content");
        NewContextOptions phone = new NewContextOptions()
                .setViewportSize(PHONE, 844)
                .setLocale("en-GB")
                .setBypassCSP(true);
        try (Guest admin = Chromium.guest(desk.stack.portal().url(), phone).signIn("admin")) {
            admin.open("/portal/documents/" + id);
            Page page = admin.page();
            assertThat(admin.link("Grant access").boundingBox().y)
                    .as("above the fold")
                    .isLessThan(600);
            Guest.expect(page.locator("#tab-access")).hasAttribute("aria-current", "page");
            for (String tab : new String[] {"activity", "details", "versions"}) {
                page.locator("#tab-" + tab).focus();
                page.keyboard().press("Enter");
                page.waitForURL("**?tab=" + tab);
                Guest.expect(page.locator("#tab-" + tab)).hasAttribute("aria-current", "page");
                Guest.expect(page.locator("#tab-" + tab)).isFocused();
                assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                        .as(tab)
                        .isLessThanOrEqualTo(PHONE);
                assertThat(Accessibility.violations(page)).as(tab).isEmpty();
            }
            admin.open("/portal/documents/" + id + "?tab=activity");
            assertThat(page.locator(".activity tbody th").allInnerTexts())
                    .anySatisfy(row -> assertThat(row).startsWith("Downloaded").contains("Version 1"))
                    .anySatisfy(
                            row -> assertThat(row).startsWith("Access granted").contains("Ingrid Janssens", "Download"))
                    .anySatisfy(row -> assertThat(row).startsWith("Sent"));
            assertThat(admin.complaints()).isEmpty();
        }
    }

    /** Most entries say that somebody opened the page. One page looks at a bounded number, and the next goes on. */
    @Test
    void whatWasDoneIsFoundBehindManyEntriesThatAreNotTold() throws SQLException {
        String id = desk.released();
        viewed(id, LOOKED_AT);
        Visitor admin = new Visitor(desk.stack);
        admin.signIn("admin");
        HttpResponse<String> first = admin.get("/portal/documents/" + id + "?tab=activity");
        assertThat(first.body()).doesNotContain("Passed all checks</span>");
        Matcher more = MORE.matcher(first.body());
        assertThat(more.find()).isTrue();
        HttpResponse<String> next = admin.get(more.group(1).replace("&amp;", "&"));
        assertThat(next.body()).contains("Passed all checks</span>");
        assertThat(MORE.matcher(next.body()).find()).isFalse();
    }

    private void viewed(String document, int times) throws SQLException {
        try (Connection connection = desk.stack.database().connect();
                PreparedStatement entry = connection.prepareStatement("""
                        insert into audit_entry (id, actor_id, act, outcome, resource_type, resource_id, facts)
                        values (?, cast(? as uuid), 'document-viewed', 'ALLOWED', 'document', cast(? as uuid), '{}')
                        """)) {
            for (int time = 0; time < times; time++) {
                entry.setObject(1, Ids.next());
                entry.setString(2, desk.idOf("client-a1"));
                entry.setString(3, document);
                entry.addBatch();
            }
            entry.executeBatch();
        }
    }
}
