package org.sluis.accounts;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.sluis.kernel.Caller;
import org.sluis.kernel.Role;
import org.sluis.kernel.SystemCaller;
import org.sluis.people.AccountLabels;
import org.sluis.people.People;
import org.sluis.people.PersonProfile;
import org.sluis.platform.config.Settings;
import org.sluis.platform.security.Identity;
import org.sluis.stack.BareDatabase;
import org.sluis.stack.UseCases;

/** Employees on a bare database: new ones who sign in, what they did to each other's accounts, what they propose. */
final class Administrators {

    static final String CONSENT =
            "update account_change set consented_by = '%s', consented_at = now(), state = 'RUNNING' where id = '%s'";

    private final BareDatabase database;
    private final UseCases portal;

    Administrators(BareDatabase database, UseCases portal) {
        this.database = database;
        this.portal = portal;
    }

    /** Somebody new who has just signed in. */
    static Caller signedIn(UseCases portal, Role... roles) {
        String subject = UUID.randomUUID().toString();
        Identity identity = new Identity(
                portal.get(Settings.class).oidc().issuer().toString(),
                subject,
                "Person " + subject,
                Optional.of(subject + "@example.org"),
                Locale.ENGLISH,
                Optional.empty(),
                Set.of(roles),
                Instant.now());
        return portal.as(SystemCaller.REGISTRAR, () -> portal.get(People.class).callerOf(identity, Optional.empty()))
                .orElseThrow();
    }

    Caller signedIn(Role... roles) {
        return signedIn(portal, roles);
    }

    Caller administrator() {
        return signedIn(Role.ADMIN);
    }

    /** One has just invited the other. */
    void hadAHandIn(Caller by, Caller account) throws SQLException {
        hadAHandIn(by, account, 0);
    }

    /** The same so many days ago. */
    void hadAHandIn(Caller by, Caller account, int daysAgo) throws SQLException {
        changed("""
                insert into account_change (id, person_id, kind, ordered_by, ordered_as, ordered_at, state, ended_at,
                    next_attempt_at)
                values (gen_random_uuid(), '%s', 'INVITATION', '%s', 'ADMIN', now() - interval '%d days', 'DONE', now(), now())
                """.formatted(account.personId(), by.personId(), daysAgo));
    }

    /** Past every wall. */
    void changed(String update) throws SQLException {
        try (Connection connection = database.connectAsSuperuser();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(update);
        }
    }

    AccountChange invited(Caller by, Role role) {
        AccountLabels labels = new AccountLabels("Eva", "Employee", UUID.randomUUID() + "@example.org", Locale.ENGLISH);
        Invitation invitation = new Invitation(labels, Set.of(role), Optional.empty(), PersonProfile.EMPTY);
        return portal.as(by, () -> portal.get(AccountOrders.class).invite(by, invitation));
    }

    AccountChange consented(Caller caller, AccountChange proposal) {
        return portal.as(caller, () -> portal.get(AccountChanges.class).consent(caller, proposal.id()));
    }
}
