package org.sluis.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sluis.stack.Eicar;

/** What people find in their mailboxes. */
class MailsIT {

    private static final Duration SOON = Duration.ofMinutes(3);
    private static final String TITLE = "Secret strength of batch 12";
    private static final String REPORT = "{\"title\":\"%s\",\"category\":\"test-report\"}".formatted(TITLE);

    private static final String WAITING = "select count(*) from notice where kind = 'NEWS' and state = 'WAITING'"
            + " and recipient_id = (select id from person where email = 'inspector-1@example.org')";

    private final Desk desk = new Desk();

    @AfterEach
    void everythingRunsAgain() throws Exception {
        desk.stack.clamd().resume();
        desk.stack.mail().start();
        await().atMost(SOON).until(desk.stack.portal()::isReady);
    }

    @Test
    void administratorWhoGrantsToThemselvesIsToldOfToUploaderAndDpo() throws Exception {
        desk.person("dpo");
        String id = sent("client-b1");
        desk.grant(id, "admin", "DOWNLOAD");
        MimeMessage uploader = mail("client-b1", id);
        assertThat(uploader.getSubject()).isEqualTo("Een beheerder heeft toegang tot een document van u verkregen");
        assertThat(text(uploader)).contains(desk.stack.portal().url() + "/portal/documents/" + id);
        MimeMessage dpo = mail("dpo", id);
        assertThat(dpo.getSubject()).isEqualTo("An administrator has obtained access to a document");
        assertThat(List.of(whole(uploader), whole(dpo)))
                .allSatisfy(words -> assertThat(words).doesNotContain(TITLE, "report.txt", "inspection"));
    }

    /** Three documents for one who wants to hear at once are one mail; nobody is told of what was taken back. */
    @Test
    void newDocumentsAreToldOnceForAllAndNotWhereTheyAreTakenBack() throws Exception {
        rhythm("inspector-1", "AT_ONCE");
        due();
        int before = news("inspector-1").size();
        String first = sent("client-a1");
        for (String document : List.of(first, sent("client-a1"), sent("client-a1"))) {
            desk.grant(document, "inspector-1", "DOWNLOAD");
        }
        due();
        assertThat(news("inspector-1")).hasSize(before + 1);
        assertThat(whole(news("inspector-1").get(before)))
                .contains("/portal/news", "/portal/profile/mails")
                .doesNotContain(TITLE, "report.txt", first);

        String grant = granted(sent("client-a1"));
        assertThat(desk.person("admin").delete("/grants/batch/" + grant).statusCode())
                .isEqualTo(204);
        due();
        assertThat(news("inspector-1")).hasSize(before + 1);
    }

    /** What was revoked right after it was given is told as little as what was undone. */
    @Test
    void oneMailTellsWhatWasGivenAndWhatWasRevoked() {
        rhythm("inspector-1", "AT_ONCE");
        String document = sent("client-a1");
        String grant = granted(document);
        due();
        int before = mails("inspector-1", "News from the portal").size();
        desk.change("update document_grant set granted_at = granted_at - interval '3 minutes' where id = '%s'"
                .formatted(grant));
        revoke(document, grant);
        String another = sent("client-a1");
        revoke(another, granted(another));
        desk.grant(sent("client-a1"), "inspector-1", "DOWNLOAD");
        due();
        assertThat(mails("inspector-1", "News from the portal"))
                .hasSize(before + 1)
                .last()
                .satisfies(mail -> assertThat(whole(mail))
                        .contains("You were given access", "Your access to one or more documents was revoked.")
                        .doesNotContain(TITLE, "report.txt", document));
    }

    private String granted(String document) {
        return RestClient.json(desk.person("admin")
                        .post("/documents/" + document + "/grants", """
                {"principal":{"type":"PERSON","id":"%s"},"right":"VIEW","purpose":"inspection"}""".formatted(desk.idOf("inspector-1"))))
                .path("id")
                .asText();
    }

    private void revoke(String document, String grant) {
        assertThat(desk.person("admin")
                        .delete("/documents/%s/grants/%s".formatted(document, grant))
                        .statusCode())
                .isEqualTo(204);
    }

    @Test
    void newsComesAsOftenAsItsReaderWants() {
        rhythm("inspector-1", "NEVER");
        due();
        desk.grant(sent("client-a1"), "inspector-1", "DOWNLOAD");
        assertThat(desk.number(WAITING)).isZero();
        rhythm("inspector-1", "WEEKLY");
        desk.grant(sent("client-a1"), "inspector-1", "DOWNLOAD");
        String morning = " and extract(hour from due_at at time zone 'Europe/Brussels') = 7";
        assertThat(desk.number(
                        WAITING + morning + " and extract(isodow from due_at at time zone 'Europe/Brussels') = 1"))
                .isEqualTo(1);
        due();
        rhythm("inspector-1", "DAILY");
        desk.grant(sent("client-a1"), "inspector-1", "DOWNLOAD");
        assertThat(desk.number(WAITING + morning + " and due_at between now() and now() + interval '25 hours'"))
                .isEqualTo(1);
        rhythm("inspector-1", "AT_ONCE");
        assertThat(choose("inspector-1", "{\"rhythm\":\"HOURLY\"}")).isEqualTo(400);
        assertThat(choose("inspector-1", "{\"rhythm\":\"AT_ONCE\",\"quietFrom\":\"22:00\"}"))
                .isEqualTo(400);
        assertThat(choose(
                        "inspector-1",
                        "{\"rhythm\":\"AT_ONCE\",\"quietFrom\":\"23:59:59.9999999\",\"quietUntil\":\"07:00\"}"))
                .as("more than the database keeps")
                .isEqualTo(400);
    }

    @Test
    void newsWaitsForTheEndOfQuietHours() {
        ZonedDateTime now = ZonedDateTime.now(ZoneId.of("Asia/Tokyo")).truncatedTo(ChronoUnit.MINUTES);
        String until = now.plusHours(2).toLocalTime().toString();
        due();
        String quiet = "{\"rhythm\":\"AT_ONCE\",\"quietFrom\":\"%s\",\"quietUntil\":\"%s\",\"zone\":\"Asia/Tokyo\"}"
                .formatted(now.minusHours(2).toLocalTime(), until);
        assertThat(choose("inspector-1", quiet)).isEqualTo(204);
        assertThat(RestClient.json(desk.person("inspector-1").get("/me/mails"))
                        .path("quietUntil")
                        .asText())
                .isEqualTo(until);
        desk.grant(sent("client-a1"), "inspector-1", "DOWNLOAD");
        assertThat(desk.number(WAITING
                        + " and due_at = '%s'".formatted(now.plusHours(2).toInstant())))
                .isEqualTo(1);
        due();
        rhythm("inspector-1", "AT_ONCE");
    }

    @Test
    void sendersHearOfWhatWasRefused() {
        due();
        int before =
                mails("client-b1", "Iets wat u verstuurd hebt, is geweigerd").size();
        desk.person("client-b1").upload(REPORT, "report.txt", Eicar.bytes());
        due();
        assertThat(mails("client-b1", "Iets wat u verstuurd hebt, is geweigerd"))
                .hasSize(before + 1)
                .last()
                .satisfies(mail -> assertThat(whole(mail)).doesNotContain(TITLE, "report.txt", "Eicar"));
    }

    private int choose(String account, String json) {
        return desk.person(account)
                .call("PUT", "/me/mails", json, "Content-Type", "application/json")
                .statusCode();
    }

    private void rhythm(String account, String rhythm) {
        assertThat(choose(account, "{\"rhythm\":\"%s\"}".formatted(rhythm))).isEqualTo(204);
        assertThat(RestClient.json(desk.person(account).get("/me/mails"))
                        .path("rhythm")
                        .asText())
                .isEqualTo(rhythm);
    }

    /** Lets everything that waits come now, and waits for it. */
    private void due() {
        desk.number("with due as (update notice set next_attempt_at = now() where state = 'WAITING' returning 1)"
                + " select count(*) from due");
        await().atMost(SOON).until(() -> desk.number("select count(*) from notice where state = 'WAITING'") == 0);
    }

    private List<MimeMessage> news(String account) {
        return mails(account, "There is something new for you");
    }

    @Test
    void otherGrantsAreToldToNobody() {
        String id = sent("client-a1");
        desk.grant(id, "inspector-1", "DOWNLOAD");
        desk.grant(id, "admin", "VIEW");
        await().atMost(SOON).until(() -> mails("client-a1", id).size() == 1);
        assertThat(mails("inspector-1", id)).isEmpty();
    }

    @Test
    void administratorsAreToldOnceOfDocumentsThatWaitTooLong() throws Exception {
        desk.person("admin");
        desk.number("with earlier as (update notice set written_at = written_at - interval '2 hours'"
                + " where kind = 'CHECK_OVERDUE' returning 1) select count(*) from earlier");
        int before = overdue().size();
        desk.stack.clamd().suspend();
        for (int i = 0; i < 2; i++) {
            String id = id(desk.person("client-a1").upload(REPORT, "report.txt", Desk.TEXT), 202);
            desk.change(
                    "update document_version set uploaded_at = uploaded_at - interval '1 hour' where document_id = '%s'"
                            .formatted(id));
            await().atMost(SOON)
                    .until(() -> desk.number(
                                    "select count(*) from audit_entry where act = 'check-overdue' and resource_id = '%s'"
                                            .formatted(id))
                            == 1);
        }
        await().atMost(SOON)
                .until(() ->
                        desk.number("select count(*) from notice where kind = 'CHECK_OVERDUE' and state = 'WAITING'")
                                == 0);
        List<MimeMessage> mails = overdue();
        assertThat(mails).hasSize(before + 1);
        assertThat(whole(mails.get(before))).contains("/portal/quarantine").doesNotContain(TITLE, "report.txt");
    }

    private List<MimeMessage> overdue() {
        return mails("admin", "Documents have been waiting too long for their check");
    }

    @Test
    void mailsWaitForARelayThatIsAwayAndComeWhenItIsBack() throws Exception {
        String id = sent("client-a1");
        desk.stack.mail().stop();
        desk.grant(id, "admin", "VIEW");
        await().atMost(SOON)
                .until(() -> Meter.of(desk, "sluis_mails_total{mp_scope=\"application\",outcome=\"postponed\"") > 0);
        assertThat(Meter.of(desk, "sluis_mails_waiting")).isGreaterThanOrEqualTo(1);
        assertThat(desk.stack.portal().isReady()).isTrue();
        desk.stack.mail().start();
        mail("client-a1", id);
        await().atMost(SOON).until(() -> Meter.of(desk, "sluis_mails_waiting") == 0);
        assertThat(Meter.of(desk, "sluis_mails_given_up")).isZero();
    }

    private String sent(String account) {
        return id(desk.person(account).upload(REPORT, "report.txt", Desk.TEXT), 201);
    }

    private static String id(HttpResponse<byte[]> upload, int status) {
        assertThat(upload.statusCode()).isEqualTo(status);
        return RestClient.json(upload).path("id").asText();
    }

    private MimeMessage mail(String account, String document) {
        return await().atMost(SOON)
                .until(() -> mails(account, document), found -> found.size() == 1)
                .get(0);
    }

    private List<MimeMessage> mails(String account, String words) {
        String address =
                RestClient.json(desk.person(account).get("/me")).path("email").asText();
        return desk.stack.mail().received().stream()
                .filter(mail -> isTo(mail, address) && whole(mail).contains(words))
                .toList();
    }

    private static boolean isTo(MimeMessage mail, String address) {
        try {
            return mail.getAllRecipients()[0].toString().contains(address);
        } catch (MessagingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static String whole(MimeMessage mail) {
        try {
            MimeMultipart parts = (MimeMultipart) mail.getContent();
            return mail.getSubject() + text(mail) + parts.getBodyPart(1).getContent();
        } catch (IOException | MessagingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static String text(MimeMessage mail) throws IOException, MessagingException {
        return ((MimeMultipart) mail.getContent()).getBodyPart(0).getContent().toString();
    }
}
