package org.sluis.accounts;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.representations.idm.UserRepresentation;
import org.sluis.people.AccountLabels;
import org.sluis.platform.web.Languages;

/** An account as the realm writes it down, and as the portal speaks of it. */
final class AccountMapping {

    static final String ORGANISATION = "organisation";

    private static final String LOCALE = "locale";

    private AccountMapping() {}

    static void write(UserRepresentation account, AccountLabels labels) {
        account.setFirstName(labels.givenName());
        account.setLastName(labels.familyName());
        account.setEmail(labels.email());
        write(account, LOCALE, Optional.of(labels.language().getLanguage()));
    }

    static void write(UserRepresentation account, String attribute, Optional<String> value) {
        Map<String, List<String>> attributes =
                new HashMap<>(Objects.requireNonNullElse(account.getAttributes(), Map.of()));
        value.ifPresentOrElse(text -> attributes.put(attribute, List.of(text)), () -> attributes.remove(attribute));
        account.setAttributes(attributes);
    }

    static Account account(UserRepresentation account) {
        return new Account(
                text(account.getId()),
                text(account.getUsername()),
                new AccountLabels(
                        text(account.getFirstName()),
                        text(account.getLastName()),
                        text(account.getEmail()),
                        language(text(account.firstAttribute(LOCALE)))),
                Boolean.TRUE.equals(account.isEnabled()),
                Optional.of(text(account.firstAttribute(ORGANISATION))).filter(key -> !key.isEmpty()));
    }

    /** As sign-in reads it: accounts without a language of the portal are English. */
    private static Locale language(String tag) {
        return Locale.forLanguageTag(Languages.CODES.contains(tag) ? tag : "en");
    }

    static String text(@Nullable String value) {
        return Objects.requireNonNullElse(value, "");
    }
}
