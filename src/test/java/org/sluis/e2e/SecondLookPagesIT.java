package org.sluis.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.sluis.inspection.Archive;

/** A second look in the browser: the sender asks on a phone, one administrator proposes, another consents or says no. */
class SecondLookPagesIT {

    private static final int PHONE = 390;
    private static final int DESK = 1280;

    private final Desk desk = new Desk();

    @Test
    void senderAsksAndTwoAdministratorsLiftTheRule() {
        String title = refused("Lime, batch");
        try (Guest sender = guest(options(PHONE)).signIn("client-a1");
                Guest first = guest(options(DESK)).signIn("admin");
                Guest second = guest(options(DESK)).signIn("admin-2")) {
            sender.open("/portal/documents?state=REJECTED");
            sender.link(title).click();
            assertThat(sender.page().locator(".notice--rejected:visible").innerText())
                    .contains("setup.exe")
                    .doesNotContain("destroyed");
            sender.picture("phone-refused");
            sender.link("Ask for a second look").click();
            assertThat(sender.heading()).isEqualTo("Second look");
            assertThat(Accessibility.violations(sender.page())).isEmpty();
            sender.picture("phone-second-look");
            sender.page().locator("#reason").fill("a tool of our own laboratory");
            sender.button("Send the request").click();
            Guest.expect(sender.page().locator("[role=status]"))
                    .containsText("Your request waits for the administrators.");
            Guest.expect(sender.button("Send the request")).hasCount(0);
            assertThat((Integer) sender.page().evaluate("document.documentElement.scrollWidth"))
                    .isLessThanOrEqualTo(PHONE);

            open(first, title);
            assertThat(first.page().locator(".quote").innerText()).isEqualTo("a tool of our own laboratory");
            assertThat(Accessibility.violations(first.page())).isEmpty();
            first.picture("second-look-asked");
            first.page().locator("#reason").fill("known laboratory");
            first.button("Propose to lift the rule").click();
            Guest.expect(first.page().locator(".notice--available"))
                    .hasText("Your proposal waits for another administrator.");
            Guest.expect(first.button("Consent and check again")).hasCount(0);

            open(second, title);
            second.picture("second-look-proposed");
            assertThat(Accessibility.violations(second.page())).isEmpty();
            second.button("Consent and check again").click();
            Guest.expect(second.page().locator("#confirm-text")).containsText("Lift the rule for “" + title);
            second.confirm();
            Guest.expect(second.page().locator(".notice--available")).containsText("The rule was lifted");

            sender.page().reload();
            Guest.expect(sender.page().locator("[role=status]"))
                    .containsText("Two administrators have lifted the rule.");
            sender.open("/portal/documents");
            sender.link(title).click();
            Guest.expect(sender.page().locator(".notice--available")).hasCount(1);
            Guest.expect(sender.page().locator("section.notice--warning")).containsText("setup.exe");
            sender.picture("phone-lifted");
            assertThat(sender.complaints()).isEmpty();
            assertThat(first.complaints()).isEmpty();
            assertThat(second.complaints()).isEmpty();
        }
    }

    /** Buttons are pressed by key: the driver cannot tell when a page without script has come to rest. */
    @Test
    void withoutScriptTheSenderIsToldWhatIsMissingAndReadsTheAnswer() {
        String title = refused("Chalk, batch");
        try (Guest sender = guest(options(PHONE).setJavaScriptEnabled(false)).signIn("client-a1");
                Guest admin = guest(options(DESK).setJavaScriptEnabled(false)).signIn("admin")) {
            sender.open("/portal/documents?state=REJECTED");
            sender.link(title).click();
            sender.page().locator("a[href$=second-look]").click();
            sender.page().locator("#reason").fill(" ");
            sender.page().locator("#reason").evaluate("field => field.form.noValidate = true");
            sender.page().locator("form:has(#reason) button").press("Enter");
            Guest.expect(sender.page().locator("#reason-error")).hasCount(1);
            sender.page().locator("#reason").fill("eigen programma");
            sender.page().locator("form:has(#reason) button").press("Enter");
            Guest.expect(sender.page().locator("[role=status]")).hasCount(1);

            open(admin, title);
            admin.page().locator("#answer").fill("Please send the table only.");
            admin.button("Decline the request").press("Enter");
            Guest.expect(admin.page().locator(".notice--available")).containsText("stays refused");

            sender.page().reload();
            assertThat(sender.page().locator("article").innerText()).contains("Please send the table only.");
            Guest.expect(sender.page().locator("#reason")).hasCount(0);
            sender.picture("phone-second-look-declined");
        }
    }

    /** A document of client-a1 with a program in its ZIP. */
    private String refused(String name) {
        String title = name + " " + UUID.randomUUID().toString().substring(0, 8);
        byte[] zip = Archive.ofText("a.txt")
                .with("setup.exe", ("MZ\0\0 " + title).getBytes(UTF_8))
                .bytes();
        desk.person("client-a1")
                .refused(desk.person("client-a1")
                        .upload("{\"title\":\"%s\",\"category\":\"test-report\"}".formatted(title), "files.zip", zip));
        return title;
    }

    private static void open(Guest admin, String title) {
        admin.open("/portal/quarantine?state=REJECTED");
        admin.link(title).click();
    }

    private Guest guest(NewContextOptions options) {
        return Chromium.guest(desk.stack.portal().url(), options);
    }

    private static NewContextOptions options(int width) {
        return new NewContextOptions().setViewportSize(width, 900).setLocale("en");
    }
}
