package org.sluis.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The quarantine desk in the browser: two administrators, one false alarm, and something to destroy. */
class QuarantinePagesIT {

    private static final int PHONE = 390;

    private final Desk desk = new Desk();
    private final Outbreak outbreak = new Outbreak(desk);

    @AfterEach
    void forgetTheSignature() throws Exception {
        outbreak.close();
    }

    @Test
    void falseAlarmIsReleasedByTwoAdministratorsInTheBrowser() throws Exception {
        String title = recalled("Cement, batch");
        try (Guest first = guest(1280).signIn("admin");
                Guest second = guest(PHONE).signIn("admin-2")) {
            open(first, title);
            first.picture("quarantined");
            assertThat(first.page().locator(".recipients").innerText()).contains("Ingrid Janssens");
            assertThat(first.page().locator(".notice--recalled").innerText())
                    .contains("was withdrawn")
                    .doesNotContain("refused");
            assertThat(Accessibility.violations(first.page())).isEmpty();
            first.page().locator("#reason").fill("our own template");
            first.button("Propose to release it").click();
            Guest.expect(first.page().locator(".notice--available"))
                    .hasText("Your proposal waits for another administrator.");
            first.page().waitForFunction("document.activeElement.id === 'content'");
            Guest.expect(first.button("Consent and release")).hasCount(0);
            first.picture("quarantined-proposed");

            open(second, title);
            assertThat(second.page().locator(".quote").innerText()).isEqualTo("our own template");
            assertThat((Integer) second.page().evaluate("document.documentElement.scrollWidth"))
                    .isLessThanOrEqualTo(PHONE);
            second.picture("phone-quarantined");
            assertThat(Accessibility.violations(second.page())).isEmpty();
            second.button("Consent and release").click();
            Guest.expect(second.page().locator("#confirm-text")).containsText("Release “" + title);
            second.confirm();
            Guest.expect(second.page().locator(".notice--available"))
                    .hasText("The file was released. It is scanned once more now.");
            Guest.expect(second.link(title)).hasCount(0);
            assertThat(first.complaints()).isEmpty();
            assertThat(second.complaints()).isEmpty();
        }
    }

    @Test
    void recalledContentIsDestroyedAfterAQuestion() throws Exception {
        String title = recalled("Sand, batch");
        try (Guest admin = guest(1280).signIn("admin")) {
            open(admin, title);
            admin.button("Destroy the content").click();
            admin.button("Cancel").click();
            Guest.expect(admin.button("Destroy the content")).hasCount(1);
            admin.button("Destroy the content").click();
            admin.picture("discard-question");
            admin.confirm();
            Guest.expect(admin.page().locator(".notice--available")).hasText("The content was destroyed.");
            Guest.expect(admin.button("Destroy the content")).hasCount(0);
            assertThat(admin.complaints()).isEmpty();
        }
    }

    /** Buttons are pressed by key: the driver cannot tell when a page without script has come to rest. */
    @Test
    void withoutScriptTheDeskIsFilteredAndAProposalIsMade() throws Exception {
        String title = recalled("Gravel, batch");
        try (Guest admin = Chromium.guest(
                        desk.stack.portal().url(), options(1280).setJavaScriptEnabled(false))
                .signIn("admin")) {
            admin.open("/portal/quarantine?show=all");
            admin.page().locator("#state").selectOption("RECALLED");
            admin.button("Show").press("Enter");
            admin.link(title).click();
            admin.page().locator("#reason").fill("known");
            admin.button("Propose to release it").press("Enter");
            assertThat(admin.page().locator(".notice--available").innerText())
                    .isEqualTo("Your proposal waits for another administrator.");
            admin.button("Withdraw my proposal").press("Enter");
            assertThat(admin.page().locator(".notice--available").innerText()).startsWith("The proposal is off.");
        }
    }

    @Test
    void deskIsForAdministratorsAndFitsAPhone() {
        try (Guest client = guest(1280).signIn("client-a1");
                Guest admin = guest(PHONE).signIn("admin")) {
            assertThat(client.visit("/portal/quarantine").status()).isEqualTo(403);
            assertThat(client.page().locator(".site-nav").innerText()).doesNotContain("Quarantine");
            admin.open("/portal/quarantine?state=CHECKING");
            admin.picture("phone-quarantine-empty");
            assertThat(admin.heading()).isEqualTo("Quarantine");
            admin.open("/portal/quarantine");
            admin.picture("phone-quarantine");
            assertThat((Integer) admin.page().evaluate("document.documentElement.scrollWidth"))
                    .isLessThanOrEqualTo(PHONE);
            assertThat(Accessibility.violations(admin.page())).isEmpty();
            admin.page().locator(".revise summary").click();
            admin.page().locator("#reason").fill("signatures of our own");
            admin.picture("phone-quarantine-rescan");
            admin.button("Begin").click();
            Guest.expect(admin.page().locator(".notice--available"))
                    .hasText("All stored files are being scanned again, the newest first.");
            assertThat(admin.complaints()).isEmpty();
        }
    }

    @Test
    void deskIsDenseGroupedByRuleAndBeginsWithWhatIsToBeDecided() throws Exception {
        String title = recalled("Lime, batch");
        RestClient client = desk.person("client-a1");
        String mark = UUID.randomUUID().toString();
        String report = "{\"title\":\"Kiln %s\",\"category\":\"test-report\"}".formatted(mark);
        for (int number = 0; number < 20; number++) {
            client.refused(client.upload(
                    report, "report.pdf", "%s %d".formatted(mark, number).getBytes(UTF_8)));
        }
        try (Guest admin = guest(1280).signIn("admin")) {
            Page page = admin.page();
            admin.open("/portal/quarantine");
            Guest.expect(admin.link(title)).hasCount(1);
            Guest.expect(admin.link("Kiln " + mark)).hasCount(0);
            assertThat(Accessibility.violations(page)).isEmpty();
            admin.picture("quarantine-to-decide");
            admin.link("Everything").click();
            page.locator("#rule").selectOption("extension");
            Guest.expect(page.locator(".desk__group")).hasCount(1);
            assertThat(page.locator(".desk__group .tag").innerText())
                    .isEqualTo(String.valueOf(page.locator(".document").count()));
            long inSight = page.locator(".document").all().stream()
                    .map(Locator::boundingBox)
                    .filter(box -> box.y + box.height <= 900)
                    .count();
            assertThat(inSight).as("rows at 900 pixels").isGreaterThanOrEqualTo(18);
            assertThat(Accessibility.violations(page)).isEmpty();
            admin.picture("quarantine-dense");
            page.setViewportSize(PHONE, 844);
            assertThat(page.locator(".document .cell").first().isVisible()).isFalse();
            assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                    .isLessThanOrEqualTo(PHONE);
            assertThat(Accessibility.violations(page)).isEmpty();
            admin.picture("quarantine-cards");
            assertThat(admin.complaints()).isEmpty();
        }
    }

    /** A document that an inspector has downloaded and the scanner came to know as malware. */
    private String recalled(String name) throws Exception {
        String title = name + " " + UUID.randomUUID().toString().substring(0, 8);
        byte[] bytes = (title + "\n").getBytes(UTF_8);
        String id = RestClient.json(desk.person("client-a1")
                        .upload(
                                "{\"title\":\"%s\",\"category\":\"test-report\"}".formatted(title),
                                "report.txt",
                                bytes))
                .path("id")
                .asText();
        desk.grant(id, "inspector-1", "DOWNLOAD");
        desk.person("inspector-1").get("/documents/" + id + "/content");
        outbreak.convict(bytes);
        outbreak.recall(id);
        return title;
    }

    private static void open(Guest admin, String title) {
        admin.open("/portal/quarantine?state=RECALLED");
        admin.picture("quarantine");
        admin.link(title).click();
        admin.page().waitForURL("**/portal/quarantine/*");
    }

    private Guest guest(int width) {
        return Chromium.guest(desk.stack.portal().url(), options(width));
    }

    private static NewContextOptions options(int width) {
        return new NewContextOptions()
                .setViewportSize(width, 844)
                .setLocale("en-GB")
                .setBypassCSP(true);
    }
}
