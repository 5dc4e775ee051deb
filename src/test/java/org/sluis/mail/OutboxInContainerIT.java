package org.sluis.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sluis.blob.EncryptedBlobs;
import org.sluis.documents.NewDocument;
import org.sluis.documents.ReceivedFile;
import org.sluis.documents.Reception;
import org.sluis.kernel.Caller;
import org.sluis.platform.config.Settings;
import org.sluis.stack.Backdoor;
import org.sluis.stack.InContainer;

/** Mails between the act and the relay. The server's own postman rests while these tests play several nodes. */
@InContainer
class OutboxInContainerIT {

    @Resource
    ManagedExecutorService elsewhere;

    @Inject
    Outbox outbox;

    @Inject
    MailSender sender;

    @Inject
    Reception reception;

    @Inject
    EncryptedBlobs blobs;

    @Inject
    UserTransaction transaction;

    @Inject
    Settings settings;

    @BeforeEach
    void postmanRests() throws Exception {
        sender.stop();
        backdoor().change("update notice set state = 'WITHDRAWN', decided_at = now() where state = 'WAITING'");
    }

    @AfterEach
    void postmanGoesOn() {
        sender.start(new Startup());
    }

    @Test
    void actThatIsRolledBackTellsNobody() throws Exception {
        Caller reader = backdoor().client();
        UUID document = document(reader);
        transaction.begin();
        outbox.enter(reader.personId(), MailKind.CHECK_OVERDUE, document, Optional.empty());
        transaction.rollback();
        assertThat(mails(document)).isEqualTo("0");
    }

    @Test
    void sameMailIsEnteredOnceWhileItWaits() throws Exception {
        Caller reader = backdoor().client();
        UUID document = document(reader);
        enter(reader, document);
        enter(reader, document);
        assertThat(mails(document)).isEqualTo("1");
        outbox.sent(claimed().orElseThrow());
        enter(reader, document);
        assertThat(mails(document)).isEqualTo("2");
    }

    @Test
    void newsThatIsGatheredIsLateOnlyOnceItIsDue() throws Exception {
        Caller reader = backdoor().client();
        transaction.begin();
        outbox.enterNews(
                List.of(reader.personId()), Instant.now().minus(Duration.ofDays(2)), ZoneId.of("Europe/Brussels"));
        transaction.commit();
        assertThat(outbox.isLate()).isFalse();
        backdoor().change("update notice set due_at = now() - interval '1 hour' where state = 'WAITING'");
        assertThat(outbox.isLate()).isTrue();
    }

    @Test
    void twoNodesTakeDifferentMailsWithoutWaitingForEachOther() throws Exception {
        Caller reader = backdoor().client();
        enter(reader, document(reader));
        enter(reader, document(reader));
        transaction.begin();
        try {
            OutboxMail mine = claimed().orElseThrow();
            OutboxMail theirs =
                    elsewhere.submit(this::claimed).get(60, TimeUnit.SECONDS).orElseThrow();
            assertThat(mine.id()).isNotEqualTo(theirs.id());
        } finally {
            transaction.commit();
        }
        assertThat(claimed()).isEmpty();
    }

    @Test
    void mailOfANodeThatDiedIsTakenUpUnderTheSameIdentifier() throws Exception {
        Caller reader = backdoor().client();
        enter(reader, document(reader));
        OutboxMail first = outbox.claim(Instant.now().minusSeconds(1)).orElseThrow();
        OutboxMail again = claimed().orElseThrow();
        assertThat(again.id()).isEqualTo(first.id());
        assertThat(again.attempts()).isEqualTo(2);
    }

    @Test
    void nodeThatOutlivedItsLeaseDecidesNothing() throws Exception {
        Caller reader = backdoor().client();
        UUID document = document(reader);
        enter(reader, document);
        OutboxMail late = outbox.claim(Instant.now().minusSeconds(1)).orElseThrow();
        OutboxMail held = claimed().orElseThrow();

        outbox.postponed(late, Instant.now(), "too late");
        outbox.withdrawn(late);
        outbox.sent(late);
        assertThat(outbox.givenUp(late, "too late")).isFalse();
        assertThat(state(document)).isEqualTo("WAITING");
        assertThat(claimed()).isEmpty();

        outbox.sent(held);
        assertThat(state(document)).isEqualTo("SENT");
    }

    @Test
    void mailThatDoesNotGetThroughIsKeptAndTriedLaterAndGivenUpInTheEndForAllToSee() throws Exception {
        Caller withoutAddress = backdoor().client();
        UUID document = document(withoutAddress);
        enter(withoutAddress, document);
        sender.deliver();
        assertThat(state(document)).isEqualTo("WAITING");
        assertThat(column("fault", document)).contains("no address is known");
        assertThat(claimed()).isEmpty();

        backdoor()
                .change(
                        "update notice set written_at = now() - interval '73 hours', next_attempt_at = now() where document_id = ?",
                        document);
        sender.deliver();
        assertThat(state(document)).isEqualTo("GIVEN_UP");
        assertThat(column("fault", document)).contains("no address is known");
    }

    @Test
    void mailIsDoneWhenTheRelayHasIt() throws Exception {
        Caller reader = reader();
        UUID document = document(reader);
        enter(reader, document);
        sender.deliver();
        assertThat(state(document)).isEqualTo("SENT");
    }

    /** Else whoever changed an account could shut it, or those who oversee accounts, before the mail goes out. */
    @Test
    void whoIsNoLongerActiveIsToldOfAccounts() throws Exception {
        Caller reader = reader();
        transaction.begin();
        outbox.enterAbout(
                reader.personId(),
                MailKind.OWN_ACCOUNT_CHANGED,
                reader.personId(),
                reader.personId(),
                Optional.of("former@example.org"));
        outbox.enterAbout(
                reader.personId(), MailKind.ACCOUNT_CHANGED, reader.personId(), reader.personId(), Optional.empty());
        transaction.commit();
        backdoor().change("update person set active = false where id = ?", reader.personId());
        sender.deliver();
        assertThat(backdoor()
                        .text("select count(*) from notice where subject_id = ? and state = 'SENT'", reader.personId()))
                .isEqualTo("2");
    }

    @Test
    void whoIsNoLongerActiveIsToldNothingElse() throws Exception {
        Caller reader = reader();
        UUID document = document(reader);
        enter(reader, document);
        backdoor().change("update person set active = false where id = ?", reader.personId());
        sender.deliver();
        assertThat(state(document)).isEqualTo("WITHDRAWN");
    }

    @Test
    void postmanComesByItself() throws Exception {
        Caller reader = reader();
        UUID document = document(reader);
        enter(reader, document);
        sender.start(new Startup());
        await().atMost(Duration.ofMinutes(3)).until(() -> state(document).equals("SENT"));
        sender.stop();
    }

    private Caller reader() throws Exception {
        Caller reader = backdoor().client();
        backdoor().change("update person set email = 'reader@localhost' where id = ?", reader.personId());
        return reader;
    }

    private void enter(Caller reader, UUID document) throws Exception {
        transaction.begin();
        outbox.enter(reader.personId(), MailKind.CHECK_OVERDUE, document, Optional.empty());
        transaction.commit();
    }

    private Optional<OutboxMail> claimed() {
        return outbox.claim(Instant.now().plusSeconds(600));
    }

    private UUID document(Caller uploader) throws Exception {
        return reception
                .enter(
                        uploader,
                        new NewDocument("Batch", "test-report", Optional.empty()),
                        new ReceivedFile("batch.txt", blobs.receive(new ByteArrayInputStream(new byte[] {1}), 1)),
                        Instant.now().plusSeconds(600))
                .documentId();
    }

    private String mails(UUID document) throws Exception {
        return backdoor().text("select count(*) from notice where document_id = ?", document);
    }

    private String state(UUID document) throws Exception {
        return column("state", document);
    }

    private String column(String name, UUID document) throws Exception {
        return backdoor().text("select " + name + " from notice where document_id = ?", document);
    }

    private Backdoor backdoor() {
        return new Backdoor(settings);
    }
}
