package org.sluis.accounts;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.sluis.kernel.Role;
import org.sluis.stack.RealmAdministration;
import org.sluis.stack.RealmProxy;
import org.sluis.stack.SharedStack;

/**
 * The realm of the shared stack behind a proxy that tells what it is asked and refuses on request, with accounts for one test. These,
 * and those that the portal makes in it, end with the test.
 */
final class WatchedRealm implements AutoCloseable {

    private final RealmAdministration accounts = new RealmAdministration(SharedStack.get());
    private final RealmProxy proxy = new RealmProxy(SharedStack.get());
    private final List<String> added = new ArrayList<>();

    /** As the portal asks it. */
    Directory directory() {
        return new Directory(
                new DirectoryClient(
                        proxy.administration(),
                        proxy.client().getKey(),
                        proxy.client().getValue(),
                        Duration.ofMinutes(1)),
                proxy.portal(),
                Duration.ofDays(3));
    }

    /** An account that nobody has used yet; the answer is its subject. */
    String account(String username, String address, Role... given) {
        accounts.addUnused(username, address);
        String subject = accounts.find(username).path("id").asText();
        added.add(subject);
        for (Role role : given) {
            accounts.addRole(username, role.claim());
        }
        return subject;
    }

    /** Its owner has chosen a password. */
    void use(String username) {
        accounts.welcome(username);
    }

    void remove(String username) {
        accounts.delete(username);
    }

    /** The account that has the address, in Keycloak's words. */
    Optional<JsonNode> withAddress(String address) {
        return Optional.of(accounts.find(address)).filter(JsonNode::isObject);
    }

    /** Those of the portal's. */
    Set<Role> roles(String address) {
        return accounts.roles(address).stream()
                .flatMap(name -> Role.of(name).stream())
                .collect(Collectors.toSet());
    }

    /** What it was asked to change, as {@code PUT /subject/execute-actions-email}, oldest first. */
    List<String> changes() {
        return proxy.changes();
    }

    /** Something happens once, while it is asked what that pattern says. */
    void meanwhile(String request, Runnable happens) {
        proxy.meanwhile(request, happens);
    }

    /** What that pattern says is answered so, as {@code 400 {}}. */
    void refuse(String request, String answer) {
        proxy.refuse(request, answer);
    }

    /** It refuses nothing any more. */
    void obey() {
        proxy.obey();
    }

    @Override
    public void close() {
        added.forEach(accounts::forget);
        proxy.made().forEach(accounts::forget);
        proxy.close();
    }
}
