package org.sluis.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.sluis.stack.SharedStack;
import org.sluis.stack.Stack;

/** Many documents for many people, in few clicks, with a last look and a minute to think again. */
class GrantingJourneyIT {

    /** As by a browser without script: both come to the same act. */
    private static final String SENT_TWICE = """
            async () => {
              const form = document.querySelector("main form");
              const send = async () => {
                const body = new URLSearchParams(new FormData(form));
                body.append("act", "grant");
                return (await fetch(form.action, { method: "POST", body })).url;
              };
              const first = await send();
              return first === (await send()) ? first : "two acts";
            }
            """;

    private static final int DOCUMENTS = 12;
    /** The last one is of another organisation than the sender. */
    private static final List<String> READERS = List.of("inspector-1@", "inspector-2@", "client-b1@");

    private static final int A_MINUTE = 60_000;

    private final Stack stack = SharedStack.get();
    private final RestClient sender = new RestClient(stack, "client-a1");

    @Test
    void twelveDocumentsGoToThreePeopleInTwelveClicksAtTheMostAndComeBack() {
        READERS.forEach(reader -> new RestClient(stack, reader.replace("@", "")).get("/me"));
        String series = "Series " + UUID.randomUUID().toString().substring(0, 8);
        IntStream.rangeClosed(1, DOCUMENTS).forEach(number -> send(series + " / " + number));
        try (Guest admin = signedIn(1280)) {
            int clicks = 0;
            admin.open("/portal/documents?q=" + series.replace(" ", "+"));
            Guest.expect(admin.page().locator(".document")).hasCount(DOCUMENTS);
            admin.page().locator("[data-select-all]").click();
            clicks++;
            admin.button("Grant access").click();
            clicks++;
            for (String reader : READERS) {
                admin.page().locator("#who").fill(reader);
                admin.page()
                        .locator("[role=option]", new Page.LocatorOptions().setHasText(reader))
                        .first()
                        .click();
                clicks++;
                Guest.expect(admin.page()
                                .locator("[data-chosen-people] .person", new Page.LocatorOptions().setHasText(reader)))
                        .hasCount(1);
            }
            admin.page().locator("#field-purpose").fill("yearly inspection");
            admin.button("Review").click();
            clicks++;
            Guest.expect(admin.page().locator("main .lead"))
                    .hasText("These 3 people will see these 12 documents, without a last day.");
            admin.page().goBack();
            clicks++;
            Guest.expect(admin.page().locator("[data-chosen-people] :checked")).hasCount(READERS.size());
            assertThat(admin.page().locator("#field-purpose").inputValue()).isEqualTo("yearly inspection");
            admin.button("Review").click();
            clicks++;
            admin.page().locator("[name=sure]").check();
            clicks++;
            admin.picture("granting-review-many");
            assertThat(admin.page().evaluate(SENT_TWICE).toString()).contains("/portal/granting/given/");
            admin.button("Grant access").dblclick();
            clicks++;
            assertThat(clicks).isLessThanOrEqualTo(12);
            admin.page().waitForURL("**/portal/granting/given/*");
            assertThat(seenByReaders(series)).containsOnly(DOCUMENTS);

            admin.button("Undo").click();
            Guest.expect(admin.page().locator("h1")).hasText("Access taken back");
            assertThat(seenByReaders(series)).containsOnly(0);
            assertThat(admin.complaints()).isEmpty();
        }
    }

    /** What was not thought of is said in one place, with links to where it belongs; nothing that was typed is lost. */
    @Test
    void allThatIsMissingIsSaidAtOnceOnAPhoneAsWell() {
        String id = send("Incomplete order");
        try (Guest admin = signedIn(390)) {
            admin.open("/portal/granting?document=" + id);
            admin.page().locator("#field-validUntil").fill("2020-01-01");
            admin.button("Review").click();
            Locator complaints = admin.page().locator("#complaints li");
            Guest.expect(complaints).hasCount(3);
            assertThat(admin.page().title()).startsWith("Error:");
            admin.page().waitForFunction("document.activeElement.id === 'complaints'");
            complaints.last().locator("a").click();
            admin.page().waitForFunction("document.activeElement.id === 'field-purpose'");
            assertThat(admin.page().locator("#field-validUntil").inputValue()).isEqualTo("2020-01-01");
            assertThat(admin.complaints()).isEmpty();
        }
    }

    @Test
    void whoeverWouldHaveLessIsNamedBeforeAndUndoEndsByItself() {
        String id = send("Granted before");
        new RestClient(stack, "inspector-1").get("/me");
        try (Guest admin = signedIn(1280)) {
            admin.page().clock().install();
            choose(admin, id, "inspector-1@", "Download");
            admin.button("Grant access").click();
            admin.page().waitForURL("**/portal/granting/given/*");
            Guest.expect(admin.button("Undo")).isVisible();
            admin.button("Undo").focus();
            admin.page().clock().fastForward(A_MINUTE);
            Guest.expect(admin.button("Undo")).hasCount(0);
            Guest.expect(admin.page().locator("[data-undo-over]")).isFocused();

            choose(admin, id, "client-a1@", "See that it exists, preview");
            Guest.expect(admin.page().locator("form .notice--warning"))
                    .containsText("sent “Granted before” and can download now; this leaves only preview.");
            choose(admin, id, "inspector-1@", "See that it exists, preview");
            Guest.expect(admin.page().locator("form .notice--warning"))
                    .containsText("Ingrid Janssens can download “Granted before” now; this leaves only preview.");
            admin.button("Grant access").click();
            Guest.expect(admin.page().locator("#less-error")).isVisible();
            assertThat(admin.page().title()).startsWith("Error:");
            admin.picture("granting-review-less");
            admin.page().locator("[name=less]").check();
            admin.button("Grant access").click();
            admin.page().waitForURL("**/portal/granting/given/*");
            assertThat(admin.complaints()).isEmpty();
        }
    }

    /** Nobody is taken before an arrow has chosen; who is chosen is not suggested again. */
    @Test
    void peopleAreSuggestedBeforeAnythingIsTyped() {
        String earlier = send("Granted lately");
        Desk desk = new Desk();
        desk.grant(earlier, "inspector-2", "VIEW");
        desk.grant(earlier, "inspector-1", "VIEW");
        try (Guest admin = signedIn(390)) {
            admin.open("/portal/granting?document=" + send("To be granted"));
            Page page = admin.page();
            page.locator("#who").focus();
            Locator ingrid =
                    page.locator("[role=group] [role=option]", new Page.LocatorOptions().setHasText("inspector-1@"));
            Guest.expect(ingrid).hasCount(1);
            assertThat(page.locator("#who-recent").innerText()).isEqualTo("You gave access to them lately");
            assertThat(page.locator("#who").getAttribute("aria-activedescendant"))
                    .isNull();
            page.keyboard().press("Enter");
            Guest.expect(page.locator("[data-chosen-people] .person")).hasCount(0);
            assertThat(Accessibility.violations(page)).isEmpty();
            admin.picture("granting-suggested-phone");
            page.keyboard().press("ArrowDown");
            Guest.expect(page.locator("[role=option][aria-selected=true]")).containsText("inspector-1@");
            page.keyboard().press("ArrowDown");
            Guest.expect(page.locator("[role=option][aria-selected=true]")).containsText("inspector-2@");
            page.keyboard().press("ArrowUp");
            assertThat(page.locator("#who").getAttribute("aria-activedescendant"))
                    .isEqualTo(ingrid.getAttribute("id"));
            page.keyboard().press("Enter");
            Guest.expect(page.locator("[data-chosen-people] .person")).hasCount(1);
            Guest.expect(ingrid).hasCount(0);
            page.keyboard().press("Escape");
            assertThat(page.locator("#who").getAttribute("aria-expanded")).isEqualTo("false");
            assertThat(admin.complaints()).isEmpty();
        }
    }

    /** As far as the last look. */
    private static void choose(Guest admin, String document, String reader, String right) {
        admin.open("/portal/granting?document=" + document);
        admin.page().locator("#who").fill(reader);
        admin.page()
                .locator("[role=option]", new Page.LocatorOptions().setHasText(reader))
                .first()
                .click();
        admin.page()
                .getByText(right, new Page.GetByTextOptions().setExact(true))
                .click();
        admin.page().locator("#field-purpose").fill("inspection");
        admin.button("Review").click();
        admin.button("Grant access").waitFor();
    }

    private List<Integer> seenByReaders(String words) {
        return READERS.stream()
                .map(reader -> seen(reader.replace("@", ""), words))
                .toList();
    }

    private int seen(String reader, String words) {
        JsonNode found =
                RestClient.json(new RestClient(stack, reader).get("/documents?q=" + words.replace(" ", "%20")));
        return found.path("items").size();
    }

    private String send(String title) {
        return RestClient.json(sender.upload(
                        "{\"title\":\"%s\",\"category\":\"test-report\"}".formatted(title),
                        "cube.txt",
                        "52,5 N/mm2".getBytes(StandardCharsets.UTF_8)))
                .path("id")
                .asText();
    }

    private Guest signedIn(int width) {
        return Chromium.guest(
                        stack.portal().url(),
                        new NewContextOptions().setViewportSize(width, 844).setLocale("en-GB"))
                .signIn("admin");
    }
}
