package org.sluis.accounts;

import jakarta.ws.rs.WebApplicationException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.keycloak.admin.client.resource.RoleScopeResource;
import org.keycloak.admin.client.resource.UserResource;
import org.keycloak.admin.client.resource.UsersResource;
import org.keycloak.representations.idm.CredentialRepresentation;
import org.keycloak.representations.idm.RoleRepresentation;
import org.keycloak.representations.idm.UserRepresentation;
import org.sluis.kernel.Problem;
import org.sluis.kernel.ProblemException;
import org.sluis.kernel.Role;
import org.sluis.people.AccountLabels;

/**
 * The realm's accounts (Keycloak's administration interface), as far as the portal keeps them. No transaction is open while
 * it is asked. Each act can be repeated: what is as it should be stays, so that a change that broke off can be ended.
 *
 * <p>Refusals: {@code directory-away}, {@code account-missing}, {@code account-exists}, {@code invalid-member}.
 */
final class Directory implements AutoCloseable {

    private static final Set<String> SECOND_FACTORS =
            Set.of("otp", "webauthn", "webauthn-passwordless", "recovery-authn-codes");
    private static final List<String> FIRST_ACTIONS = List.of("VERIFY_EMAIL", "UPDATE_PASSWORD");

    /** What the theme of the realm's mails reads; nobody but administrators sees or changes it. */
    private static final String INVITED_BY = "invitedBy";

    private static final String INVITED_OF = "invitedOf";

    /** No mail is ever delivered there (RFC 2606). */
    private static final String SET_ASIDE = "@replaced.invalid";

    private final DirectoryClient realm;
    private final RealmCalls calls;
    private final String portal;
    private final Duration invitation;

    /**
     * @param portal the client the pages of an invitation lead on to
     * @param invitation how long the link of an invitation works
     */
    Directory(DirectoryClient realm, String portal, Duration invitation) {
        this.realm = realm;
        calls = new RealmCalls(realm);
        this.portal = portal;
        this.invitation = invitation;
    }

    /** Whether an account has this address. */
    boolean knows(String email) {
        return withAddress(email).isPresent();
    }

    /** The account that has this address. */
    Optional<Account> withAddress(String email) {
        // Jersey takes a percent sign for the beginning of what is encoded already.
        String literally = email.replace("%", "%25");
        return calls.asked("look for an address", users -> users.searchByEmail(literally, true)).stream()
                .map(AccountMapping::account)
                .findFirst();
    }

    /** The account of this name. */
    Optional<Account> named(String username) {
        return calls.asked("look for an account", users -> users.searchByUsername(username, true)).stream()
                .map(AccountMapping::account)
                .findFirst();
    }

    /**
     * A new account without password; the answer is its subject.
     *
     * @param username nobody else's, so that an account that has it already was made by an attempt whose answer was lost. It
     *     stays when the address changes, so that the old one is free for others; nobody has to know it
     */
    String create(String username, AccountLabels labels, Optional<String> organisation) {
        UserRepresentation account = new UserRepresentation();
        account.setUsername(username);
        account.setEnabled(true);
        account.setRequiredActions(FIRST_ACTIONS);
        AccountMapping.write(account, labels);
        AccountMapping.write(account, AccountMapping.ORGANISATION, organisation);
        try {
            return calls.made("make an account", account);
        } catch (ProblemException refused) {
            return Optional.of(refused)
                    .filter(problem -> problem.problem() == Problem.ACCOUNT_EXISTS)
                    .flatMap(taken -> named(username))
                    .filter(begun -> begun.labels().email().equalsIgnoreCase(labels.email()))
                    .map(Account::subject)
                    .orElseThrow(() -> refused);
        }
    }

    /** Whether somebody has made the account their own: it has a password, another factor, or a sign-in elsewhere. */
    boolean isUsed(String subject) {
        return calls.asked(
                "show credentials",
                users -> !users.get(subject).credentials().isEmpty()
                        || !users.get(subject).getFederatedIdentity().isEmpty());
    }

    /**
     * The same account under a new subject; the old one is set aside, under a name and an address that are nobody's. A link that
     * was sent for it before leads nowhere from then on: it names a subject and an address, and the realm ends it by nothing else.
     *
     * @param username as in {@link #create}
     * @param address where the account is reached, unless it says so itself
     * @return the new subject
     */
    String renew(String subject, String username, String address) {
        UserRepresentation before =
                calls.asked("show an account", users -> users.get(subject).toRepresentation());
        UserRepresentation account = new UserRepresentation();
        account.setUsername(username);
        account.setEnabled(before.isEnabled());
        account.setFirstName(before.getFirstName());
        account.setLastName(before.getLastName());
        account.setEmail(Optional.ofNullable(before.getEmail())
                .filter(own -> !own.endsWith(SET_ASIDE))
                .orElse(address));
        account.setAttributes(before.getAttributes());
        account.setRequiredActions(FIRST_ACTIONS);
        before.setUsername(subject);
        before.setEmail(subject + SET_ASIDE);
        calls.tell("set an account aside", subject, user -> user.update(before));
        return calls.made("make an account anew", account);
    }

    /** Takes away an account that should never have been; none is fine too. */
    void remove(String subject) {
        calls.unlessMissing("remove an account", subject, user -> {
            user.remove();
            return subject;
        });
    }

    /**
     * Has the realm write to the person, in their language, with a link to choose a password.
     *
     * @param inviter whom the mail names, instead of whoever an earlier one has named
     */
    void invite(String subject, Optional<Inviter> inviter) {
        UserRepresentation account =
                calls.asked("show an account", users -> users.get(subject).toRepresentation());
        AccountMapping.write(account, INVITED_BY, inviter.map(Inviter::name));
        AccountMapping.write(account, INVITED_OF, inviter.flatMap(Inviter::organisation));
        calls.tell("name who invites", subject, user -> user.update(account));
        int seconds = Math.toIntExact(invitation.toSeconds());
        calls.tell(
                "send an invitation", subject, user -> user.executeActionsEmail(portal, null, seconds, FIRST_ACTIONS));
    }

    Optional<Account> find(String subject) {
        return calls.unlessMissing("show an account", subject, UserResource::toRepresentation)
                .map(AccountMapping::account);
    }

    /** Another address has to be verified again. Where the old one was the user name as well, others may have it now. */
    void rename(String subject, AccountLabels labels) {
        change(subject, account -> {
            String before = AccountMapping.text(account.getEmail());
            if (!labels.email().equalsIgnoreCase(before)) {
                account.setEmailVerified(false);
            }
            if (AccountMapping.text(account.getUsername()).equalsIgnoreCase(before)) {
                account.setUsername(subject);
            }
            AccountMapping.write(account, labels);
        });
    }

    void enable(String subject, boolean enabled) {
        change(subject, account -> account.setEnabled(enabled));
    }

    /** @param organisation its key; none for nobody's */
    void place(String subject, Optional<String> organisation) {
        change(subject, account -> AccountMapping.write(account, AccountMapping.ORGANISATION, organisation));
    }

    Set<Role> roles(String subject) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        calls.asked("show roles", users -> roles(users, subject).listAll())
                .forEach(role -> Role.of(role.getName()).ifPresent(roles::add));
        return roles;
    }

    /** Exactly these of the portal's roles; others stay as they are. */
    void assign(String subject, Set<Role> wanted) {
        List<RoleRepresentation> taken =
                portalRoles(subject, RoleScopeResource::listAll, role -> !wanted.contains(role));
        List<RoleRepresentation> given = portalRoles(subject, RoleScopeResource::listAvailable, wanted::contains);
        if (!given.isEmpty()) {
            calls.tell("give roles", subject, user -> user.roles().realmLevel().add(given));
        }
        if (!taken.isEmpty()) {
            calls.tell("take roles", subject, user -> user.roles().realmLevel().remove(taken));
        }
    }

    void endSessions(String subject) {
        calls.tell("end sessions", subject, UserResource::logout);
    }

    /** Where the account is signed in. */
    List<RealmSession> sessions(String subject) {
        return calls.asked("show sessions", users -> users.get(subject).getUserSessions()).stream()
                .map(session -> new RealmSession(
                        AccountMapping.text(session.getId()),
                        AccountMapping.text(session.getIpAddress()),
                        Instant.ofEpochMilli(session.getStart()),
                        Instant.ofEpochMilli(session.getLastAccess())))
                .toList();
    }

    /** Ends one session, whosever it is; one that has ended already is fine too. */
    void endSession(String session) {
        try {
            realm.askRealm("end a session", administration -> {
                administration.deleteSession(session, false);
                return session;
            });
        } catch (WebApplicationException refused) {
            if (!RealmRefusal.isMissing(refused.getResponse())) {
                throw RealmRefusal.of("end a session", refused.getResponse());
            }
        }
    }

    /** What the person signs in with beside the password, by kind. */
    List<String> secondFactors(String subject) {
        return secondFactorCredentials(subject).stream()
                .map(CredentialRepresentation::getType)
                .sorted()
                .toList();
    }

    /** Forgets them all, so that the person can set one up anew; the answer is how many there were. */
    int forgetSecondFactors(String subject) {
        List<CredentialRepresentation> credentials = secondFactorCredentials(subject);
        for (CredentialRepresentation credential : credentials) {
            calls.tell("forget a credential", subject, user -> user.removeCredential(credential.getId()));
        }
        return credentials.size();
    }

    /** So many accounts of people, from the given one on, in an order that lasts. */
    List<Account> page(int first, int most) {
        return calls.asked("list accounts", users -> users.search((Boolean) null, first, most, null, true)).stream()
                .map(AccountMapping::account)
                .toList();
    }

    @Override
    public void close() {
        realm.close();
    }

    private void change(String subject, Consumer<UserRepresentation> change) {
        UserRepresentation account =
                calls.asked("show an account", users -> users.get(subject).toRepresentation());
        Account before = AccountMapping.account(account);
        change.accept(account);
        if (!AccountMapping.account(account).equals(before)) {
            calls.tell("change an account", subject, user -> user.update(account));
        }
    }

    private List<RoleRepresentation> portalRoles(
            String subject, Function<RoleScopeResource, List<RoleRepresentation>> listing, Predicate<Role> which) {
        return calls.asked("show roles", users -> listing.apply(roles(users, subject))).stream()
                .filter(role -> Role.of(role.getName()).filter(which).isPresent())
                .toList();
    }

    private List<CredentialRepresentation> secondFactorCredentials(String subject) {
        return calls.asked("show credentials", users -> users.get(subject).credentials()).stream()
                .filter(credential -> SECOND_FACTORS.contains(credential.getType()))
                .toList();
    }

    private static RoleScopeResource roles(UsersResource users, String subject) {
        return users.get(subject).roles().realmLevel();
    }
}
