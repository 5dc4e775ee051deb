package org.sluis.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator.WaitForOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import com.microsoft.playwright.options.WaitForSelectorState;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.sluis.stack.ProductionRealm;
import org.sluis.stack.SharedStack;
import org.sluis.stack.Stack;

/** The realm file as operators import it: who needs a second factor to get in, and who may have one. */
@TestInstance(Lifecycle.PER_CLASS)
class SecondFactorIT {

    private static final String PASSWORD = "a lock with two gates";

    /** What the portal demands of employees. */
    private static final String TWO_FACTORS = "2";

    private static final Page.EmulateMediaOptions NIGHT =
            new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK);

    private static final Pattern LINK = Pattern.compile("https?://\\S+action-token\\S+");

    private final Stack stack = SharedStack.get();
    private ProductionRealm realm;

    @BeforeAll
    void importTheRealm() throws IOException {
        realm = new ProductionRealm(stack);
    }

    @AfterAll
    void removeTheRealm() {
        realm.close();
    }

    @Test
    void employeeHasToSetOneUpAndIsAskedForItFromThenOn() {
        realm.addAccount("edgar", PASSWORD, "inspector");
        OneTimeCode codes;
        try (Guest ed = guest()) {
            Page page = enterPassword(ed, "edgar", "");
            Guest.expect(page.locator("#kc-totp-settings-form")).isVisible();
            ed.picture("second-factor-setup");
            page.emulateMedia(NIGHT);
            ed.picture("second-factor-setup-night");
            assertThat(Accessibility.violations(page)).isEmpty();

            enterPassword(ed, "edgar", "");
            Guest.expect(page.locator("#kc-totp-settings-form")).isVisible();
            codes = new OneTimeCode(page.locator("#totpSecret").inputValue());
            page.locator("#totp").fill(codes.now());
            page.locator("#saveTOTPBtn").click();
            assertThat(realm.strength(awaitReturn(page))).isEqualTo(TWO_FACTORS);
            assertThat(strengthWithoutBeingAsked(page)).isEqualTo(TWO_FACTORS);
        }
        try (Guest ed = guest()) {
            Page page = enterPassword(ed, "edgar", "");
            page.locator("#otp").fill("000000".equals(codes.next()) ? "111111" : "000000");
            page.locator("#kc-login").click();
            Guest.expect(page.locator("#input-error-otp")).isVisible();
            page.emulateMedia(NIGHT);
            ed.picture("second-factor-night");
            assertThat(Accessibility.violations(page)).isEmpty();
            page.locator("#otp").fill(codes.next());
            page.locator("#kc-login").click();
            assertThat(realm.strength(awaitReturn(page))).isEqualTo(TWO_FACTORS);
            assertThat(strengthWithoutBeingAsked(page)).isEqualTo(TWO_FACTORS);
        }
    }

    @Test
    void clientMayDoWithoutAndIsOfferedCodes() {
        realm.addAccount("ann", PASSWORD, "client");
        try (Guest ann = guest()) {
            Page page = enterPassword(ann, "ann", "");
            assertThat(realm.strength(awaitReturn(page))).isNotEqualTo(TWO_FACTORS);
            assertThat(strengthWithoutBeingAsked(page)).isNotEqualTo(TWO_FACTORS);
            page.navigate(realm.signIn() + "&kc_action=CONFIGURE_TOTP");
            page.locator("#password").fill(PASSWORD);
            page.locator("#kc-login").click();
            page.locator("#totp")
                    .fill(new OneTimeCode(page.locator("#totpSecret").inputValue()).now());
            page.locator("#saveTOTPBtn").click();
            awaitReturn(page);
        }
        try (Guest ann = guest()) {
            Guest.expect(enterPassword(ann, "ann", "").locator("#otp")).isVisible();
        }
    }

    @Test
    void clientIsOfferedASecurityKeyAndSignsInWithIt() {
        realm.addAccount("abe", PASSWORD, "client");
        try (Guest abe = guest()) {
            Page page = abe.context().newPage();
            plugInSecurityKey(abe, page);
            page.onDialog(name -> name.accept("the key on my ring"));
            enterPassword(page, "abe", "&kc_action=webauthn-register");
            clickWhenItsScriptListens(page, "#registerWebAuthn");
            awaitReturn(page);

            abe.context().clearCookies();
            enterPassword(page, "abe", "");
            clickWhenItsScriptListens(page, "#authenticateWebAuthnButton");
            awaitReturn(page);
        }
    }

    @Test
    void newPasswordByMailDoesNotReplaceTheSecondFactor() throws IOException, MessagingException {
        realm.addAccount("eva", PASSWORD, "admin");
        try (Guest eva = guest()) {
            Page page = eva.page();
            page.navigate(realm.signIn());
            page.locator("a[href*=reset-credentials]").click();
            page.locator("#username").fill("eva");
            page.locator("#kc-form-buttons").click();
            Guest.expect(page.locator("#kc-form-login")).isVisible();
            page.navigate(linkSentTo("eva@example.org"));
            page.locator("#password-new").fill("a lock with three gates");
            page.locator("#password-confirm").fill("a lock with three gates");
            page.locator("#kc-submit").click();
            page.locator("#password-new").waitFor(new WaitForOptions().setState(WaitForSelectorState.DETACHED));

            page.navigate(realm.signIn());
            Guest.expect(page.locator("#password")).isVisible();
        }
    }

    /** ASVS 6.2.4: long enough, and still what everybody tries first. */
    @Test
    void commonPasswordIsRefusedHoweverLong() {
        for (String common : List.of("wachtwoord1234", "Motdepasse123", "qwertyuiop123")) {
            assertThatThrownBy(() -> realm.addAccount("carla", common, "client"))
                    .as(common)
                    .hasMessageContaining("answered 400");
        }
        realm.addAccount("carla", PASSWORD, "client");
    }

    @Test
    void noProgramSignsInWithAPassword() {
        realm.addAccount("pat", PASSWORD, "client");
        try (Guest program = guest()) {
            var answer = program.context()
                    .request()
                    .post(
                            realm.tokens(),
                            RequestOptions.create()
                                    .setForm(FormData.create()
                                            .set("grant_type", "password")
                                            .set("client_id", "admin-cli")
                                            .set("username", "pat")
                                            .set("password", PASSWORD)));
            assertThat(answer.status()).isBetween(400, 403);
            assertThat(answer.text()).doesNotContain("access_token");
        }
    }

    @Test
    void signInPageHasNothingToTellInProduction() {
        try (Guest guest = guest()) {
            guest.page().navigate(realm.signIn());
            assertThat(guest.page().locator("#kc-login").count()).isOne();
            assertThat(guest.page().locator(".sluis-notice").count()).isZero();
        }
    }

    private Page enterPassword(Guest guest, String account, String further) {
        return enterPassword(guest.page(), account, further);
    }

    private Page enterPassword(Page page, String account, String further) {
        page.navigate(realm.signIn() + further);
        submitPassword(page, account);
        return page;
    }

    private static void submitPassword(Page page, String account) {
        page.locator("#username").fill(account);
        page.locator("#password").fill(PASSWORD);
        page.locator("#kc-login").click();
    }

    /** These buttons do nothing by themselves, and their scripts have run when the page is loaded. */
    private static void clickWhenItsScriptListens(Page page, String button) {
        page.locator(button).waitFor();
        page.waitForLoadState();
        page.locator(button).click();
    }

    /** The portal has not asked for this answer and refuses it, but the realm has given its word. */
    private String awaitReturn(Page page) {
        page.waitForURL(stack.portal().url() + "/callback?**code=**");
        return page.url();
    }

    /** The same browser once more, which the realm knows by its cookie. */
    private String strengthWithoutBeingAsked(Page page) {
        page.navigate(realm.signIn());
        return realm.strength(awaitReturn(page));
    }

    private static void plugInSecurityKey(Guest guest, Page page) {
        CDPSession browser = guest.context().newCDPSession(page);
        browser.send("WebAuthn.enable");
        JsonObject key = new JsonObject();
        key.addProperty("protocol", "ctap2");
        key.addProperty("transport", "usb");
        key.addProperty("hasUserVerification", true);
        key.addProperty("isUserVerified", true);
        JsonObject arguments = new JsonObject();
        arguments.add("options", key);
        browser.send("WebAuthn.addVirtualAuthenticator", arguments);
    }

    private String linkSentTo(String address) throws IOException, MessagingException {
        await().until(() -> mailTo(address).isPresent());
        MimeMultipart mail = (MimeMultipart) mailTo(address).orElseThrow().getContent();
        Matcher link = LINK.matcher((String) mail.getBodyPart(0).getContent());
        assertThat(link.find()).as("a link in the mail").isTrue();
        return link.group();
    }

    private Optional<MimeMessage> mailTo(String address) throws MessagingException {
        for (MimeMessage mail : stack.mail().received()) {
            if (mail.getAllRecipients()[0].toString().equals(address)) {
                return Optional.of(mail);
            }
        }
        return Optional.empty();
    }

    private Guest guest() {
        return Chromium.guest(stack.portal().url(), new NewContextOptions().setLocale("en-GB"));
    }
}
