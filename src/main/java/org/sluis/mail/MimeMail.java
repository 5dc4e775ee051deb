package org.sluis.mail;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.regex.Pattern;
import org.sluis.platform.config.Settings;

/**
 * A letter as it travels (RFC 5322, RFC 2046). Its Message-ID comes from the outbox, so that a mail which is sent twice,
 * because a node died after the relay took it, can be known as one.
 */
final class MimeMail extends MimeMessage {

    private static final String UTF8 = StandardCharsets.UTF_8.name();

    /** One address and nothing else: no list, no comment, no quotation that could hide a command. */
    private static final Pattern ADDRESS =
            Pattern.compile("[^\\s\\p{C}\"(),:;<>@\\[\\\\\\]]+@[^\\s\\p{C}\"(),:;<>@\\\\]+");

    private final String messageId;

    MimeMail(Session session, MailText letter, Settings.Mail settings) throws MessagingException {
        super(session);
        this.messageId = "<%s@%s>".formatted(letter.id(), domain(settings.from()));
        setFrom(named(settings.from(), settings.fromName()));
        setRecipient(RecipientType.TO, address(letter));
        setSubject(letter.subject(), UTF8);
        setSentDate(Date.from(letter.writtenAt()));
        setHeader("Auto-Submitted", "auto-generated");
        setContentLanguage(new String[] {letter.language().getLanguage()});
        MimeBodyPart text = new MimeBodyPart();
        text.setText(letter.text(), UTF8);
        MimeBodyPart html = new MimeBodyPart();
        html.setText(letter.html(), UTF8, "html");
        setContent(new MimeMultipart("alternative", text, html));
        saveChanges();
    }

    static String domain(String address) {
        return address.substring(address.indexOf('@') + 1);
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", messageId);
    }

    private static InternetAddress address(MailText letter) throws AddressException {
        if (!ADDRESS.matcher(letter.address()).matches()) {
            throw new AddressException("this is not one plain address");
        }
        return named(letter.address(), letter.name());
    }

    private static InternetAddress named(String plain, String name) throws AddressException {
        InternetAddress address = new InternetAddress(plain, true);
        try {
            address.setPersonal(name, UTF8);
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException("every Java knows UTF-8", impossible);
        }
        return address;
    }
}
