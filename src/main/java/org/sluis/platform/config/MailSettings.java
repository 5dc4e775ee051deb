package org.sluis.platform.config;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.sluis.platform.config.Settings.MailAccount;
import org.sluis.platform.config.Settings.MailSecurity;

/** Reads how mails leave the portal. */
final class MailSettings {

    private static final String SECURITY = "sluis.mail.security";
    private static final Pattern PLAIN_ADDRESS = Pattern.compile("[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+");

    private final SettingsReader values;

    MailSettings(SettingsReader values) {
        this.values = values;
    }

    Settings.Mail read() {
        MailSecurity security = security();
        return new Settings.Mail(
                values.text("sluis.mail.host"),
                (int) values.number("sluis.mail.port", usualPort(security), 1, 65_535),
                security,
                sender("sluis.mail.from"),
                senderName("sluis.mail.from-name"),
                account("sluis.mail.user", "sluis.mail.password", security),
                values.duration("sluis.mail.patience", Duration.ofSeconds(20)),
                values.duration("sluis.mail.retry-cap", Duration.ofMinutes(30)),
                values.duration("sluis.mail.give-up", Duration.ofDays(3)));
    }

    private MailSecurity security() {
        String value = values.value(SECURITY).orElse("starttls");
        return Arrays.stream(MailSecurity.values())
                .filter(known -> known.name().toLowerCase(Locale.ROOT).equals(value))
                .findFirst()
                .orElseGet(() -> {
                    values.complain(SECURITY + " is none of tls, starttls and none");
                    return MailSecurity.STARTTLS;
                });
    }

    /** RFC 8314, 7.3; RFC 6409; RFC 5321. */
    private static int usualPort(MailSecurity security) {
        return switch (security) {
            case TLS -> 465;
            case STARTTLS -> 587;
            case NONE -> 25;
        };
    }

    private String sender(String key) {
        String value = values.text(key);
        if (!value.isEmpty() && !isPlainAddress(value)) {
            values.complain(key + " is not a plain address such as sluis@example.org");
        }
        return value;
    }

    private String senderName(String key) {
        String value = values.value(key).orElseGet(() -> new BrandSettings(values).name());
        if (value.isEmpty() || value.codePoints().anyMatch(Character::isISOControl)) {
            values.complain(key + " is not a name on one line");
        }
        return value;
    }

    static boolean isPlainAddress(String value) {
        return PLAIN_ADDRESS.matcher(value).matches();
    }

    private Optional<MailAccount> account(String user, String password, MailSecurity security) {
        if (values.value(user).isEmpty() && values.value(password).isEmpty()) {
            return Optional.empty();
        }
        if (security == MailSecurity.NONE) {
            values.complain(password + " would travel in the clear: choose tls or starttls in " + SECURITY);
        }
        return Optional.of(new MailAccount(values.text(user), values.text(password)));
    }
}
