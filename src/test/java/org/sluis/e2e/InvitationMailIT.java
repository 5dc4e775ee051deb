package org.sluis.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.sluis.e2e.RestClient.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sluis.stack.Keycloak;
import org.sluis.stack.Stack;

/** The mails of the realm, from what they say to where their links end. */
class InvitationMailIT {

    private static final Duration SOON = Duration.ofSeconds(90);
    private static final Pattern LINK = Pattern.compile("https?://\\S+action-token\\?key=[^\\s\"<>]+");
    private static final String BODY = Keycloak.BODY;

    private final Registry registry = new Registry();
    private final Stack stack = registry.desk.stack;
    private final String address = Registry.address();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | invites you to Sluis    | of " + BODY
                        + " invites you to Sluis. | Dear Noor D'hondt, | 3 days  | Welcome,",
                "fr | vous invite sur Sluis   | (" + BODY
                        + ") vous invite sur Sluis. | Bonjour Noor D'hondt, | 3 jours | Bienvenue,",
                "nl | nodigt u uit op Sluis   | (" + BODY
                        + ") nodigt u uit op Sluis. | Beste Noor D'hondt, | 3 dagen | Welkom,"
            })
    void administratorsInvitationSaysWhoInvitesAndEndsOnTheHomePage(
            String language, String subject, String inviter, String greeting, String time, String heading)
            throws Exception {
        registry.invite("""
                {"givenName":"Noor","familyName":"D'hondt","email":"%s","language":"%s","roles":["client"],
                 "organisationId":"%s"}""".formatted(address, language, registry.organisation("OTHER")));
        MimeMessage mail = registry.mailsTo(address).get(0);
        assertThat(mail.getSubject()).isEqualTo(BODY + " " + subject);
        String me = json(registry.admin.get("/me")).path("name").asText();
        for (int part : new int[] {0, 1}) {
            assertThat(read(mail, part)).contains(greeting, me + " " + inviter, time, address);
        }
        assertThat(text(mail)).doesNotContain("<", "&", "sluisInvit", "${");
        look(mail, "mail-invitation-" + language);
        goThrough(text(mail), "a lock with two gates", heading);
    }

    @Test
    void colleaguesInvitationNamesTheColleagueAndTheirOrganisation() throws Exception {
        String organisation = registry.organisation("PRODUCER");
        String chief = Registry.address();
        String id = registry.member(chief, organisation);
        registry.patch("/people/" + id, "{\"organisationAdministrator\":true}");
        new RestClient(stack, chief).post("/colleagues", """
                {"givenName":"Jef","familyName":"Peeters","email":"%s","language":"nl"}""".formatted(address));
        await().atMost(SOON).until(() -> registry.mailsTo(address).size() == 1);
        String name = json(registry.admin.get("/organisations/" + organisation))
                .path("name")
                .asText();
        MimeMessage mail = registry.mailsTo(address).get(0);
        assertThat(text(mail)).contains("Mia Member (" + name + ") nodigt u uit op Sluis.", BODY + " wisselt op Sluis");
        goThrough(text(mail), "a lock with two gates", "Welkom,");
    }

    @Test
    void newInvitationNamesWhoSendsItAndNobodySeesThatButAdministrators() throws Exception {
        String person = json(registry.invite("""
                        {"givenName":"Ann","familyName":"Again","email":"%s","language":"en","roles":["client"]}""".formatted(address))).path("id").asText();
        assertThat(registry.second
                        .post("/people/%s/account/invitation".formatted(person), "")
                        .statusCode())
                .isEqualTo(204);
        String second = json(registry.second.get("/me")).path("name").asText();
        assertThat(text(registry.mailsTo(address).get(1))).contains(second + " of " + BODY + " invites you to Sluis.");
        JsonNode account = registry.realm.find(address);
        assertThat(account.at("/attributes/invitedBy/0").asText()).isEqualTo(second);
        assertThat(account.at("/attributes/invitedOf").isMissingNode()).isTrue();
    }

    /** Names are others' words, and some of them mean something in mark-up. */
    @Test
    void namesStayTextInBothKinds() throws Exception {
        String name = Registry.unique("Claes & Zonen <b>nv</b> {0} '");
        String organisation = json(registry.admin.post(
                        "/organisations", "{\"name\":\"%s\",\"type\":\"PRODUCER\"}".formatted(name)))
                .path("id")
                .asText();
        String chief = Registry.address();
        registry.patch("/people/" + registry.member(chief, organisation), "{\"organisationAdministrator\":true}");
        new RestClient(stack, chief).post("/colleagues", """
                {"givenName":"Jef","familyName":"Peeters","email":"%s","language":"en"}""".formatted(address));
        await().atMost(SOON).until(() -> registry.mailsTo(address).size() == 1);
        MimeMessage mail = registry.mailsTo(address).get(0);
        assertThat(text(mail)).contains("Mia Member of " + name + " invites you");
        assertThat(read(mail, 1)).contains("Claes &amp; Zonen &lt;b&gt;nv").doesNotContain("<b>nv");
    }

    @Test
    void newPasswordIsAskedForInTheSameWords() throws Exception {
        registry.member(address, registry.organisation("OTHER"));
        int before = registry.mailsTo(address).size();
        try (Guest guest = guest("nl-BE")) {
            guest.open("/sign-in");
            guest.page().locator("a[href*=reset-credentials]").click();
            guest.page().locator("#username").fill(address);
            guest.page().locator("#kc-form-buttons").click();
            Guest.expect(guest.page().locator("#kc-form-login")).isVisible();
        }
        await().atMost(SOON).until(() -> registry.mailsTo(address).size() == before + 1);
        MimeMessage mail = registry.mailsTo(address).get(before);
        assertThat(mail.getSubject()).isEqualTo("Kies een nieuw wachtwoord");
        assertThat(text(mail)).contains("Beste Mia Member,", "heeft een nieuw wachtwoord gevraagd voor " + address);
    }

    /** As whoever gets the mail would: password, sign-in, and the first page is the home page. */
    private void goThrough(String mail, String password, String heading) {
        Matcher link = LINK.matcher(mail);
        assertThat(link.find()).as("a link in the mail").isTrue();
        try (Guest guest = guest("en-GB")) {
            Page page = guest.page();
            page.navigate(link.group());
            guest.picture("invitation-begun");
            page.locator("#kc-info-message a").click();
            page.locator("#password-new").fill(password);
            page.locator("#password-confirm").fill(password);
            page.locator("#kc-passwd-update-form [type=submit]").first().click();
            page.locator("#kc-info-message a").waitFor();
            guest.picture("invitation-done");
            page.locator("#kc-info-message a").click();
            page.locator("#username").fill(address);
            page.locator("#password").fill(password);
            page.locator("#kc-login").click();
            page.waitForURL(stack.portal().url() + "/portal/home");
            assertThat(guest.heading()).startsWith(heading);
        }
    }

    /** The mail as a program for mail shows it, where it has room and where it has little. */
    private void look(MimeMessage mail, String name) throws MessagingException, IOException {
        try (Guest reader = guest("en-GB")) {
            reader.page().setContent(read(mail, 1));
            reader.picture(name);
            reader.page().setViewportSize(320, 600);
            reader.picture(name + "-narrow");
            assertThat(reader.page().evaluate("() => document.documentElement.scrollWidth"))
                    .isEqualTo(320);
        }
    }

    private static String text(MimeMessage mail) throws MessagingException, IOException {
        return read(mail, 0);
    }

    private static String read(MimeMessage mail, int part) throws MessagingException, IOException {
        return ((MimeMultipart) mail.getContent())
                .getBodyPart(part)
                .getContent()
                .toString()
                .replace("&#39;", "'")
                .replace("\r\n", "\n");
    }

    private Guest guest(String language) {
        return Chromium.guest(
                stack.portal().url(),
                new NewContextOptions().setLocale(language).setViewportSize(1280, 900));
    }
}
