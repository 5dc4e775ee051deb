package org.sluis.people;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.StreamSupport;
import org.sluis.kernel.Problem;
import org.sluis.kernel.ProblemException;
import org.sluis.kernel.Role;
import org.sluis.people.DirectoryConnection.Answer;

/**
 * The realm's accounts (Keycloak's administration interface), as far as the portal keeps them. No transaction is open while
 * it is asked. Each act can be repeated: what is as it should be stays, so that a change that broke off can be ended.
 *
 * <p>Refusals: {@code directory-away}, {@code account-missing}, {@code account-exists}, {@code invalid-member}.
 */
final class Directory {

    private static final Set<String> SECOND_FACTORS =
            Set.of("otp", "webauthn", "webauthn-passwordless", "recovery-authn-codes");
    private static final List<String> FIRST_ACTIONS = List.of("VERIFY_EMAIL", "UPDATE_PASSWORD");
    private static final Map<String, String> MEMBERS =
            Map.of("firstName", "givenName", "lastName", "familyName", "email", "email", "username", "email");
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int BAD_REQUEST = 400;
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;

    private final DirectoryConnection realm;
    private final String portal;
    private final Duration invitation;

    /**
     * @param portal the client the pages of an invitation lead on to
     * @param invitation how long the link of an invitation works
     */
    Directory(DirectoryConnection realm, String portal, Duration invitation) {
        this.realm = realm;
        this.portal = portal;
        this.invitation = invitation;
    }

    /** Whether an account has this address. */
    boolean knows(String email) {
        return !asked("look for an address", "/users?exact=true&email=" + encoded(email))
                .isEmpty();
    }

    /** The account of this name. */
    Optional<Account> named(String username) {
        return StreamSupport.stream(
                        asked("look for an account", "/users?exact=true&username=" + encoded(username))
                                .spliterator(),
                        false)
                .map(Directory::account)
                .findFirst();
    }

    /**
     * A new account without password; the answer is its subject.
     *
     * @param username stays when the address changes, so that the old one is free for others; nobody has to know it
     */
    String create(String username, AccountLabels labels, Optional<String> organisation) {
        ObjectNode account = JSON.objectNode().put("username", username).put("enabled", true);
        account.set("requiredActions", firstActions());
        write(account, labels);
        write(account, organisation);
        Answer answer = realm.send("POST", "/users", account);
        require("make an account", answer);
        String location =
                answer.location().orElseThrow(() -> DirectoryConnection.away("name a new account", answer.status()));
        return location.substring(location.lastIndexOf('/') + 1);
    }

    /** Takes away an account that should never have been; none is fine too. */
    void remove(String subject) {
        Answer answer = realm.send("DELETE", user(subject), null);
        if (answer.status() != NOT_FOUND) {
            require("remove an account", answer);
        }
    }

    /** Has the realm write to the person, in their language, with a link to choose a password. */
    void invite(String subject) {
        require(
                "send an invitation",
                realm.send(
                        "PUT",
                        user(subject)
                                + "/execute-actions-email?client_id=%s&lifespan=%d"
                                        .formatted(encoded(portal), invitation.toSeconds()),
                        firstActions()));
    }

    Optional<Account> find(String subject) {
        Answer answer = realm.send("GET", user(subject), null);
        if (answer.status() == NOT_FOUND) {
            return Optional.empty();
        }
        require("show an account", answer);
        return Optional.of(account(answer.body()));
    }

    /** Another address has to be verified again. Where the old one was the user name as well, others may have it now. */
    void rename(String subject, AccountLabels labels) {
        change(subject, account -> {
            String before = account.path("email").asText();
            if (!labels.email().equalsIgnoreCase(before)) {
                account.put("emailVerified", false);
            }
            if (account.path("username").asText().equalsIgnoreCase(before)) {
                account.put("username", subject);
            }
            write(account, labels);
        });
    }

    void enable(String subject, boolean enabled) {
        change(subject, account -> account.put("enabled", enabled));
    }

    /** @param organisation its key; none for nobody's */
    void place(String subject, Optional<String> organisation) {
        change(subject, account -> write(account, organisation));
    }

    Set<Role> roles(String subject) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        asked("show roles", user(subject) + "/role-mappings/realm")
                .forEach(role -> Role.of(role.path("name").asText()).ifPresent(roles::add));
        return roles;
    }

    /** Exactly these of the portal's roles; others stay as they are. */
    void assign(String subject, Set<Role> wanted) {
        String mappings = user(subject) + "/role-mappings/realm";
        ArrayNode taken = JSON.arrayNode();
        asked("show roles", mappings).forEach(role -> {
            if (isOneOf(role, EnumSet.complementOf(copy(wanted)))) {
                taken.add(role);
            }
        });
        ArrayNode given = JSON.arrayNode();
        asked("show roles", mappings + "/available").forEach(role -> {
            if (isOneOf(role, wanted)) {
                given.add(role);
            }
        });
        map(mappings, given, taken);
    }

    void endSessions(String subject) {
        require("end sessions", realm.send("POST", user(subject) + "/logout", null));
    }

    /** What the person signs in with beside the password, by kind. */
    List<String> secondFactors(String subject) {
        return StreamSupport.stream(
                        asked("show credentials", user(subject) + "/credentials")
                                .spliterator(),
                        false)
                .map(credential -> credential.path("type").asText())
                .filter(SECOND_FACTORS::contains)
                .sorted()
                .toList();
    }

    /** Forgets them all, so that the person can set one up anew; the answer is how many there were. */
    int forgetSecondFactors(String subject) {
        int forgotten = 0;
        for (JsonNode credential : asked("show credentials", user(subject) + "/credentials")) {
            if (SECOND_FACTORS.contains(credential.path("type").asText())) {
                String id = encoded(credential.path("id").asText());
                require("forget a credential", realm.send("DELETE", user(subject) + "/credentials/" + id, null));
                forgotten++;
            }
        }
        return forgotten;
    }

    /** So many accounts of people, from the given one on, in an order that lasts. */
    List<Account> page(int first, int most) {
        return StreamSupport.stream(
                        asked("list accounts", "/users?briefRepresentation=true&first=%d&max=%d".formatted(first, most))
                                .spliterator(),
                        false)
                .map(Directory::account)
                .toList();
    }

    private void change(String subject, Consumer<ObjectNode> change) {
        Answer found = realm.send("GET", user(subject), null);
        require("show an account", found);
        if (!(found.body() instanceof ObjectNode before)) {
            throw DirectoryConnection.away("show an account", found.status());
        }
        ObjectNode after = before.deepCopy();
        change.accept(after);
        if (!after.equals(before)) {
            require("change an account", realm.send("PUT", user(subject), after));
        }
    }

    private void map(String mappings, ArrayNode given, ArrayNode taken) {
        if (!given.isEmpty()) {
            require("give roles", realm.send("POST", mappings, given));
        }
        if (!taken.isEmpty()) {
            require("take roles", realm.send("DELETE", mappings, taken));
        }
    }

    private JsonNode asked(String what, String path) {
        Answer answer = realm.send("GET", path, null);
        require(what, answer);
        return answer.body();
    }

    private static void require(String what, Answer answer) {
        if (answer.isDone()) {
            return;
        }
        switch (answer.status()) {
            case NOT_FOUND -> throw new ProblemException(Problem.ACCOUNT_MISSING);
            case CONFLICT -> throw new ProblemException(Problem.ACCOUNT_EXISTS);
            case BAD_REQUEST -> throw refused(what, answer);
            default -> throw DirectoryConnection.away(what, answer.status());
        }
    }

    /** What the realm finds senseless in names and addresses, in the portal's words. */
    private static ProblemException refused(String what, Answer answer) {
        JsonNode first = answer.body().path("errors").path(0);
        String field =
                (first.isMissingNode() ? answer.body() : first).path("field").asText();
        return MEMBERS.containsKey(field)
                ? ProblemException.invalid(MEMBERS.get(field), "format")
                : DirectoryConnection.away(what, answer.status());
    }

    private static void write(ObjectNode account, AccountLabels labels) {
        account.put("firstName", labels.givenName())
                .put("lastName", labels.familyName())
                .put("email", labels.email());
        account.withObject("/attributes")
                .putArray("locale")
                .add(labels.language().getLanguage());
    }

    private static void write(ObjectNode account, Optional<String> organisation) {
        ObjectNode attributes = account.withObject("/attributes");
        organisation.ifPresentOrElse(
                key -> attributes.putArray("organisation").add(key), () -> attributes.remove("organisation"));
    }

    private static Account account(JsonNode account) {
        JsonNode attributes = account.path("attributes");
        return new Account(
                account.path("id").asText(),
                account.path("username").asText(),
                new AccountLabels(
                        account.path("firstName").asText(),
                        account.path("lastName").asText(),
                        account.path("email").asText(),
                        language(attributes.path("locale").path(0).asText())),
                account.path("enabled").asBoolean(),
                Optional.of(attributes.path("organisation").path(0).asText()).filter(key -> !key.isEmpty()));
    }

    /** As sign-in reads it: accounts without a language of the portal are English. */
    private static Locale language(String tag) {
        return Locale.forLanguageTag(PersonRequest.LANGUAGES.contains(tag) ? tag : "en");
    }

    private static ArrayNode firstActions() {
        ArrayNode actions = JSON.arrayNode();
        FIRST_ACTIONS.forEach(actions::add);
        return actions;
    }

    private static boolean isOneOf(JsonNode role, Set<Role> roles) {
        return Role.of(role.path("name").asText()).filter(roles::contains).isPresent();
    }

    private static EnumSet<Role> copy(Set<Role> roles) {
        EnumSet<Role> copy = EnumSet.noneOf(Role.class);
        copy.addAll(roles);
        return copy;
    }

    private static String user(String subject) {
        return "/users/" + encoded(subject);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
