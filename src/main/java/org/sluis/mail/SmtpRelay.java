package org.sluis.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import java.util.Properties;
import org.sluis.platform.config.Settings;
import org.sluis.platform.config.Settings.MailAccount;
import org.sluis.platform.config.Settings.MailSecurity;

/** The SMTP server that takes the portal's mails. It is never waited for longer than it may stand still. */
final class SmtpRelay {

    private final Settings.Mail settings;
    private final Session session;

    SmtpRelay(Settings.Mail settings) {
        this.settings = settings;
        this.session = Session.getInstance(properties(settings));
    }

    /** @throws MessagingException unless the relay has answered that it took the mail (RFC 5321, 4.2.5) */
    void send(MailText text) throws MessagingException {
        MimeMail message = new MimeMail(session, text, settings);
        try (Transport transport = session.getTransport("smtp")) {
            transport.connect(
                    settings.account().map(MailAccount::user).orElse(null),
                    settings.account().map(MailAccount::password).orElse(null));
            transport.sendMessage(message, message.getAllRecipients());
        }
    }

    private static Properties properties(Settings.Mail settings) {
        String patience = Long.toString(settings.patience().toMillis());
        Properties properties = new Properties();
        properties.setProperty("mail.smtp.host", settings.host());
        properties.setProperty("mail.smtp.port", Integer.toString(settings.port()));
        properties.setProperty("mail.smtp.connectiontimeout", patience);
        properties.setProperty("mail.smtp.timeout", patience);
        properties.setProperty("mail.smtp.writetimeout", patience);
        properties.setProperty("mail.smtp.localhost", MimeMail.domain(settings.from()));
        properties.setProperty("mail.smtp.from", settings.from());
        properties.setProperty(
                "mail.smtp.auth", Boolean.toString(settings.account().isPresent()));
        properties.setProperty("mail.smtp.ssl.enable", flag(settings, MailSecurity.TLS));
        properties.setProperty("mail.smtp.starttls.enable", flag(settings, MailSecurity.STARTTLS));
        properties.setProperty("mail.smtp.starttls.required", flag(settings, MailSecurity.STARTTLS));
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        properties.setProperty("mail.smtp.ssl.protocols", "TLSv1.3 TLSv1.2");
        return properties;
    }

    private static String flag(Settings.Mail settings, MailSecurity security) {
        return Boolean.toString(settings.security() == security);
    }
}
