package org.sluis.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sluis.platform.config.Settings.Mail;
import org.sluis.platform.config.Settings.MailAccount;
import org.sluis.platform.config.Settings.MailSecurity;

/** The way to the relay, on good days against a whole mail server, on bad ones against one that misbehaves. */
class SmtpRelayTest {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Duration IMPATIENCE = Duration.ofSeconds(1);
    private static final UUID ID = UUID.fromString("01900000-0000-7000-8000-000000000001");

    @Test
    void mailArrivesAsTextAndHtmlWithAnIdentifierThatStaysTheSame() throws Exception {
        GreenMail server = started(ServerSetup.PROTOCOL_SMTP);
        try {
            SmtpRelay relay = new SmtpRelay(settings(server.getSmtp().getPort(), MailSecurity.NONE, Optional.empty()));
            relay.send(letter("Éva Müller", "eva@example.org"));
            relay.send(letter("Éva Müller", "eva@example.org"));
            MimeMessage[] received = server.getReceivedMessages();
            assertThat(received).hasSize(2);
            assertThat(received[0].getMessageID())
                    .isEqualTo("<" + ID + "@example.org>")
                    .isEqualTo(received[1].getMessageID());
            assertThat(received[0].getContentType()).startsWith("multipart/alternative");
            assertThat(received[0].getSubject()).isEqualTo("Beste lezer");
            assertThat(received[0].getFrom()[0]).hasToString("Vlier Certificatie <sluis@example.org>");
            assertThat(received[0].getAllRecipients()).hasSize(1);
            assertThat(received[0].getHeader("Auto-Submitted")).containsExactly("auto-generated");
            assertThat(received[0].getHeader("Content-Language")).containsExactly("nl");
            MimeMultipart parts = (MimeMultipart) received[0].getContent();
            assertThat(parts.getBodyPart(0).getContentType()).startsWith("text/plain");
            assertThat(parts.getBodyPart(0).getContent()).isEqualTo("één regel");
            assertThat(parts.getBodyPart(1).getContentType()).startsWith("text/html");
            assertThat(parts.getBodyPart(1).getContent()).isEqualTo("<p>één regel</p>");
        } finally {
            server.stop();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Eva\r\nBcc: thief@example.org",
                "Eva\nSubject: other",
                "Eva\" <thief@example.org>, \"",
                "Eva\u2028Bcc: thief@example.org",
                "\u202Egro.elpmaxe@feiht"
            })
    void noNameBecomesAHeaderOrAnAddress(String name) throws Exception {
        GreenMail server = started(ServerSetup.PROTOCOL_SMTP);
        try {
            new SmtpRelay(settings(server.getSmtp().getPort(), MailSecurity.NONE, Optional.empty()))
                    .send(letter(PlainLine.of(name), "eva@example.org"));
            assertThat(server.getReceivedMessages()).hasSize(1);
            MimeMessage received = server.getReceivedMessages()[0];
            assertThat(received.getHeader("Bcc")).isNull();
            assertThat(received.getHeader("Subject")).hasSize(1);
            assertThat(received.getAllRecipients()).hasSize(1);
            assertThat(received.getAllRecipients()[0].toString()).endsWith("<eva@example.org>");
        } finally {
            server.stop();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "eva@example.org, thief@example.org",
                "eva@example.org\r\nRCPT TO:<thief@example.org>",
                "\"eva\r\nRCPT TO:<thief@example.org>\"@example.org",
                "all: eva@example.org, thief@example.org;",
                "<eva@example.org>",
                "eva",
                ""
            })
    void nothingIsSentToWhatIsNotOnePlainAddress(String address) {
        SmtpRelay relay = new SmtpRelay(settings(1, MailSecurity.NONE, Optional.empty()));
        assertThatThrownBy(() -> relay.send(letter("Eva", address)))
                .isInstanceOf(MessagingException.class)
                .hasMessageContaining("plain address");
    }

    @Test
    void relayThatIsAwayIsAFault() throws Exception {
        GreenMail server = started(ServerSetup.PROTOCOL_SMTP);
        int port = server.getSmtp().getPort();
        server.stop();
        refused(new SmtpRelay(settings(port, MailSecurity.NONE, Optional.empty())), "Couldn't connect");
    }

    @Test
    void silentRelayIsWaitedForNoLongerThanItMayStandStill() throws Exception {
        try (ScriptedRelay silent = new ScriptedRelay("")) {
            refused(new SmtpRelay(impatient(silent.port())), "timed out");
        }
    }

    @Test
    void relayThatFallsSilentAfterTheMailHasNotTakenIt() throws Exception {
        try (ScriptedRelay silent =
                new ScriptedRelay("220 relay", "250 relay", "250 sender", "250 recipient", "354 go")) {
            refused(new SmtpRelay(impatient(silent.port())), "");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"450 4.2.0 mailbox busy", "421 4.3.2 shutting down", "550 5.1.1 no such user", "nonsense"})
    void everyAnswerButYesIsAFault(String answer) throws Exception {
        try (ScriptedRelay refusing = new ScriptedRelay("220 relay", "250 relay", "250 sender", answer, "250 reset")) {
            refused(new SmtpRelay(settings(refusing.port(), MailSecurity.NONE, Optional.empty())), "");
        }
    }

    @Test
    void relayWithoutTlsHearsNothingWhereTlsIsAskedFor() throws Exception {
        try (ScriptedRelay plain = new ScriptedRelay("220 relay", "250 relay", "250 sender")) {
            MailAccount account = new MailAccount("sluis", "secret");
            refused(new SmtpRelay(settings(plain.port(), MailSecurity.STARTTLS, Optional.of(account))), "STARTTLS");
            assertThat(plain.heard()).noneMatch(line -> line.startsWith("AUTH") || line.startsWith("MAIL"));
        }
    }

    @Test
    void relayWithACertificateNobodyVouchesForHearsNothing() throws Exception {
        GreenMail server = started(ServerSetup.PROTOCOL_SMTPS);
        try {
            SmtpRelay relay = new SmtpRelay(settings(server.getSmtps().getPort(), MailSecurity.TLS, Optional.empty()));
            refused(relay, "");
            assertThat(server.getReceivedMessages()).isEmpty();
        } finally {
            server.stop();
        }
    }

    private static void refused(SmtpRelay relay, String why) {
        assertThatThrownBy(() -> relay.send(letter("Eva", "eva@example.org")))
                .isInstanceOf(MessagingException.class)
                .extracting(SmtpRelayTest::reasons)
                .asString()
                .contains(why);
    }

    private static String reasons(Throwable fault) {
        StringBuilder reasons = new StringBuilder();
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            reasons.append(cause).append('\n');
        }
        return reasons.toString();
    }

    private static GreenMail started(String protocol) {
        ServerSetup setup = new ServerSetup(0, "127.0.0.1", protocol);
        setup.setServerStartupTimeout(20_000);
        GreenMail server = new GreenMail(setup);
        server.start();
        return server;
    }

    private static Mail settings(int port, MailSecurity security, Optional<MailAccount> account) {
        return settings(port, security, account, PATIENCE);
    }

    /** For a relay that says nothing, so that only the waiting can end it. */
    private static Mail impatient(int port) {
        return settings(port, MailSecurity.NONE, Optional.empty(), IMPATIENCE);
    }

    private static Mail settings(int port, MailSecurity security, Optional<MailAccount> account, Duration patience) {
        return new Mail(
                "127.0.0.1",
                port,
                security,
                "sluis@example.org",
                "Vlier Certificatie",
                account,
                patience,
                Duration.ofMinutes(30),
                Duration.ofDays(3));
    }

    private static MailText letter(String name, String address) {
        return new MailText(
                ID,
                Instant.parse("2026-11-24T10:00:00Z"),
                Locale.forLanguageTag("nl"),
                name,
                address,
                "Beste lezer",
                "één regel",
                "<p>één regel</p>");
    }
}
