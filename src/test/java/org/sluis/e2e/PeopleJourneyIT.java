package org.sluis.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.sluis.e2e.RestClient.json;
import static org.sluis.e2e.RestClient.problem;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Locator.FilterOptions;
import com.microsoft.playwright.Page.LocatorOptions;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** People and organisations in the browser, from the invitation to the first sign-in and to the end of it. */
class PeopleJourneyIT {

    private static final Pattern LINK = Pattern.compile("https?://\\S+action-token\\?key=[^\\s\"<>]+");
    private static final String NAUGHTY = "</title><script>alert(1)</script><img src=x onerror=alert(2)>'\"${7*7}";

    private final Registry registry = new Registry();

    @Test
    void whoeverIsInvitedChoosesAPasswordSignsInAndInvitesColleagues() throws MessagingException, IOException {
        String address = Registry.address();
        String company = Registry.unique("Betoncentrale De Schelde");
        try (Guest admin = desktop(true).signIn("admin");
                Guest newcomer = desktop(true)) {
            found(admin, company);
            admin.link("Invite somebody").click();
            invite(admin, "Noor", "Claes", address);
            assertThat(admin.heading()).isEqualTo("Noor Claes");
            Guest.expect(admin.button("Reset the two-step sign-in")).hasCount(0);
            assertThat(admin.page().locator(".notice--available").innerText()).isEqualTo("The invitation was sent.");
            admin.link("Edit the profile").click();
            admin.page().getByLabel("Quality manager").check();
            admin.page().getByLabel("May invite and disable colleagues").check();
            admin.button("Save").click();
            Guest.expect(admin.page().locator(".notice--available")).hasText("The changes were saved.");
            admin.picture("person");

            newcomer.page().navigate(link(address));
            newcomer.page().locator("#kc-info-message a").click();
            newcomer.page().locator("#password-new").fill(address);
            newcomer.page().locator("#password-confirm").fill(address);
            newcomer.page().locator("#kc-passwd-update-form [type=submit]").click();
            newcomer.page().locator("#kc-info-message").waitFor();
            newcomer.signIn(address);
            assertThat(newcomer.heading()).startsWith("Welcome, ");

            admin.page().reload();
            Guest.expect(admin.page().locator("[aria-labelledby=account-title]"))
                    .containsText("today (");

            newcomer.link("My colleagues").click();
            newcomer.link("Invite a colleague").click();
            String colleague = Registry.address();
            invite(newcomer, "Jef", "Peeters", colleague);
            Guest.expect(newcomer.page().locator(".notice--available")).hasText("The invitation was sent.");
            await().until(() -> registry.mailsTo(colleague).size() == 1);
            newcomer.picture("colleagues");
            newcomer.button("Disable Jef Peeters").click();
            newcomer.confirm();
            Guest.expect(newcomer.page().locator(".notice--available")).hasText("The account was disabled.");
            Guest.expect(newcomer.button("Disable Jef Peeters")).hasCount(0);

            admin.button("Disable").click();
            admin.confirm();
            Guest.expect(admin.page().locator(".notice--available")).hasText("The account was disabled.");
            newcomer.open("/portal/documents");
            newcomer.page().waitForURL("**/realms/sluis/**");
            assertThat(admin.complaints()).isEmpty();
            assertThat(newcomer.complaints()).isEmpty();
        }
    }

    @Test
    void onlyTheInvitationThatWasSentLastSetsAPassword() throws MessagingException, IOException {
        String address = Registry.address();
        String person = json(registry.invite("""
                        {"givenName":"Ann","familyName":"Again","email":"%s","language":"nl","roles":["client"],
                         "organisationId":"%s"}""".formatted(address, registry.organisation("OTHER"))))
                .path("id")
                .asText();
        String again = "/people/" + person + "/account/invitation";
        String first = link(address);
        try (Guest hasty = desktop(true);
                Guest guest = desktop(true)) {
            hasty.page().navigate(first);
            hasty.page().locator("#kc-info-message a").click();
            hasty.page().locator("#password-new").fill("somebody-else's");
            hasty.page().locator("#password-confirm").fill("somebody-else's");
            assertThat(registry.admin.post(again, "").statusCode()).isEqualTo(204);
            String second = link(address, 1);
            hasty.page().locator("#kc-passwd-update-form [type=submit]").click();
            hasty.page().locator("#kc-error-message").waitFor();
            requireDead(first);

            guest.page().navigate(second);
            guest.page().locator("#kc-info-message a").click();
            guest.page().locator("#password-new").fill(address);
            guest.page().locator("#password-confirm").fill(address);
            guest.page().locator("#kc-passwd-update-form [type=submit]").click();
            guest.page().locator("#kc-info-message").waitFor();
            requireDead(first);
            requireDead(second);
            guest.signIn(address);
            assertThat(guest.heading()).startsWith("Welkom, ");
        }
        assertThat(problem(registry.admin.post(again, ""))).isEqualTo("/problems/invitation-used");
        assertThat(registry.mailsTo(address)).hasSize(2);
        JsonNode me = json(new RestClient(registry.desk.stack, address).get("/me"));
        assertThat(me.path("id").asText()).isEqualTo(person);
        assertThat(me.path("language").asText()).isEqualTo("nl");
        assertThat(me.path("organisation").asText()).isNotEmpty();
    }

    @Test
    void employeeIsInvitedByTwoAdministrators() throws MessagingException {
        String address = Registry.address();
        try (Guest admin = desktop(true).signIn("admin");
                Guest second = desktop(true).signIn("admin-2")) {
            admin.open("/portal/invitation");
            admin.page().locator("#givenName").fill("Ivo");
            admin.page().locator("#familyName").fill("Inspecteur");
            admin.page().locator("#email").fill(address);
            admin.page().getByLabel("Inspector").check();
            admin.button("Send the invitation").click();
            Guest.expect(admin.page().locator(".notice--available"))
                    .hasText("Another administrator has to consent first. They have been told.");
            assertThat(registry.mailsTo(address)).isEmpty();
            Locator own = admin.page().locator(".document", new LocatorOptions().setHasText(address));
            Guest.expect(own).containsText("You proposed this.");
            Guest.expect(own.locator("button")).hasText("Withdraw");

            second.open("/portal/account-changes");
            Locator proposed = second.page().locator(".document", new LocatorOptions().setHasText(address));
            Guest.expect(proposed).containsText("Invite Ivo Inspecteur");
            second.picture("account-changes");
            proposed.locator("button").first().click();
            second.confirm();
            Guest.expect(second.page().locator(".notice--available")).hasText("The change was carried out.");
            assertThat(registry.mailsTo(address)).hasSize(1);
            assertThat(admin.complaints()).isEmpty();
            assertThat(second.complaints()).isEmpty();
        }
    }

    @Test
    void withoutScriptPeopleAreInvitedPutIntoOrganisationsAndTakenOut() {
        String organisation = registry.organisation("OTHER");
        String address = Registry.address();
        String person = registry.member(address, registry.organisation("OTHER"));
        try (Guest admin = desktop(false).signIn("admin")) {
            admin.open("/portal/invitation");
            admin.page().locator("#givenName").fill("Half");
            admin.page().locator("#familyName").fill("Done");
            admin.page().locator("#email").fill("admin@example.org");
            admin.button("Send the invitation").press("Enter");
            assertThat(admin.page().locator(".field-error").innerText()).startsWith("Please choose either client");
            admin.page().getByLabel("Inspector").check();
            admin.button("Send the invitation").press("Enter");
            assertThat(admin.page().locator("#email-error").innerText())
                    .isEqualTo("There is an account with this e-mail address already.");
            assertThat(admin.page().locator("#givenName").inputValue()).isEqualTo("Half");
            admin.picture("invitation-complaint");

            admin.open("/portal/organisations/" + organisation);
            admin.page().locator(".adding summary").press("Enter");
            admin.page().locator("#person-search").fill(address);
            admin.button("Search").press("Enter");
            admin.page().locator(".person input").first().check();
            admin.button("Add").press("Enter");
            assertThat(admin.page().locator(".members").innerText()).contains(address);
            admin.button("Remove Mia Member").press("Enter");
            assertThat(admin.page().locator(".notice--available").innerText()).isEqualTo("The person was removed.");

            registry.realm.enrol(address);
            admin.open("/portal/people/" + person);
            Guest.expect(admin.button("Reset the two-step sign-in")).hasCount(1);
            admin.button("Disable").press("Enter");
            assertThat(admin.page().locator(".state").innerText()).isEqualTo("Disabled");
            admin.button("Enable").press("Enter");
            assertThat(admin.page().locator(".notice--available").innerText()).isEqualTo("The account was enabled.");
        }
    }

    @Test
    void wordsOfOthersAreShownAsTextAndNothingInThemRuns() throws SQLException {
        String company = Registry.unique(NAUGHTY);
        String address = Registry.address();
        registry.desk.person("inspector-1");
        try (Guest admin = desktop(true).signIn("admin")) {
            found(admin, company);
            String organisation = admin.page().url().replaceFirst(".*/([0-9a-f-]{36}).*", "$1");
            String person = registry.member(address, organisation);
            registry.patch("/people/" + person, "{\"function\":\"<b>boss</b>{{7*7}}\"}");
            rename(person, NAUGHTY);
            for (String page : List.of("people?q=" + address, "people/" + person, "organisations/" + organisation)) {
                admin.open("/portal/" + page);
                assertThat(admin.page().locator("main").innerText()).as(page).contains(NAUGHTY);
            }
            admin.open("/portal/organisations?q=%3Cscript");
            assertThat(admin.page().locator(".document__title").allInnerTexts()).contains(company);
            String team = Registry.unique(NAUGHTY.substring(0, 60));
            admin.open("/portal/teams");
            admin.page().locator("#name").fill(team);
            admin.button("Make the team").click();
            Guest.expect(admin.page().locator("h1")).hasText(team);
            admin.page().waitForLoadState();
            admin.page().locator(".adding summary").click();
            admin.page().locator("#person-search").fill("ingrid");
            admin.page()
                    .locator(".person", new LocatorOptions().setHasText("Ingrid"))
                    .click();
            admin.button("Add").click();
            Guest.expect(admin.page().locator(".members")).containsText("Ingrid Janssens");
            admin.picture("team");
            assertThat(admin.complaints()).isEmpty();
        }
    }

    @Test
    void changesNeedTheTokenOfTheirSessionAndPagesTheRole() {
        String person = registry.member(Registry.address(), registry.organisation("OTHER"));
        String portal = registry.desk.stack.portal().url();
        try (Guest admin = desktop(true).signIn("admin");
                Guest client = desktop(true).signIn("client-a1")) {
            for (String act : List.of("", "/disablement", "/roles", "/second-factor")) {
                APIResponse refused = admin.context()
                        .request()
                        .post(
                                portal + "/portal/people/" + person + act,
                                RequestOptions.create()
                                        .setHeader("Origin", portal)
                                        .setForm(FormData.create().set("roles", "admin")));
                assertThat(refused.status()).as(act).isEqualTo(403);
                assertThat(refused.text()).as(act).contains("This page has expired");
            }
            for (String page : List.of("people", "people/" + person, "organisations", "teams", "invitation")) {
                assertThat(client.visit("/portal/" + page).status()).as(page).isEqualTo(403);
            }
            assertThat(client.visit("/portal/colleagues").status()).isEqualTo(404);
            assertThat(client.visit("/portal/colleagues/invitation").status()).isEqualTo(404);
            assertThat(admin.visit("/portal/people/" + UUID.randomUUID()).status())
                    .isEqualTo(404);
        }
        JsonNode still = json(registry.admin.get("/people/" + person));
        assertThat(still.path("active").asBoolean()).isTrue();
        assertThat(still.path("employee").asBoolean(true)).isFalse();
    }

    private static void found(Guest admin, String company) {
        admin.open("/portal/organisations/new");
        admin.page().locator("#name").fill(company);
        admin.page().locator("#type").selectOption("RENTAL");
        admin.page().locator("#street").fill("Scheldekaai 12");
        admin.page().locator("#postalCode").fill("9000");
        admin.page().locator("#city").fill("Gent");
        admin.page().locator("#vatNumber").fill("0537.294.281");
        admin.page().locator("#phone").fill("call us");
        admin.button("Save").click();
        Guest.expect(admin.page().locator(".notice--rejected li a")).hasCount(2);
        assertThat(admin.page().title()).startsWith("Error:");
        Guest.expect(admin.page().locator("#vatNumber-error")).containsText("This is not a valid number");
        admin.picture("organisation-complaint");
        admin.page().locator("#vatNumber").fill("0537.294.282");
        admin.page().locator("#phone").fill("");
        admin.button("Save").click();
        Guest.expect(admin.page().locator("h1")).hasText(company);
    }

    private static void invite(Guest inviting, String givenName, String familyName, String address) {
        inviting.page().locator("#givenName").fill(givenName);
        inviting.page().locator("#familyName").fill(familyName);
        inviting.page().locator("#email").fill(address);
        inviting.picture("invitation");
        inviting.button("Send the invitation").click();
        Locator done = inviting.page().locator(".notice--available");
        Guest.expect(done.filter(new FilterOptions().setHasText("invitation"))).hasCount(1);
    }

    private void requireDead(String link) {
        try (Guest guest = desktop(true)) {
            guest.page().navigate(link);
            guest.page().locator("#kc-error-message").waitFor();
            Guest.expect(guest.page().locator("#kc-info-message a")).hasCount(0);
        }
    }

    private String link(String address) throws MessagingException, IOException {
        return link(address, 0);
    }

    private String link(String address, int which) throws MessagingException, IOException {
        MimeMultipart mail =
                (MimeMultipart) registry.mailsTo(address).get(which).getContent();
        Matcher link = LINK.matcher(mail.getBodyPart(0).getContent().toString());
        assertThat(link.find()).as("a link in the mail").isTrue();
        return link.group();
    }

    /** Past the realm, which refuses such names. */
    private void rename(String person, String name) throws SQLException {
        try (Connection database = registry.desk.stack.database().connect();
                PreparedStatement statement = database.prepareStatement("update person set name = ? where id = ?")) {
            statement.setString(1, name);
            statement.setObject(2, UUID.fromString(person));
            statement.executeUpdate();
        }
    }

    private Guest desktop(boolean script) {
        return Chromium.guest(
                registry.desk.stack.portal().url(),
                new NewContextOptions()
                        .setViewportSize(1280, 800)
                        .setLocale("en-GB")
                        .setJavaScriptEnabled(script));
    }
}
