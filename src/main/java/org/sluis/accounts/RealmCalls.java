package org.sluis.accounts;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status.Family;
import java.net.URI;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.keycloak.admin.client.resource.UserResource;
import org.keycloak.admin.client.resource.UsersResource;
import org.keycloak.representations.idm.UserRepresentation;

/** Questions and orders to the realm, whose refusals become the portal's own. */
final class RealmCalls {

    private final DirectoryClient realm;

    RealmCalls(DirectoryClient realm) {
        this.realm = realm;
    }

    /** A new account; the answer is its subject. */
    String made(String what, UserRepresentation account) {
        URI made = asked(what, users -> made(what, users.create(account)));
        return made.getPath().substring(made.getPath().lastIndexOf('/') + 1);
    }

    void tell(String what, String subject, Consumer<UserResource> order) {
        asked(what, users -> {
            order.accept(users.get(subject));
            return subject;
        });
    }

    <T> T asked(String what, Function<UsersResource, T> question) {
        try {
            return realm.ask(what, question);
        } catch (WebApplicationException refused) {
            throw RealmRefusal.of(what, refused.getResponse());
        }
    }

    <T> Optional<T> unlessMissing(String what, String subject, Function<UserResource, T> question) {
        try {
            return Optional.of(realm.ask(what, users -> question.apply(users.get(subject))));
        } catch (WebApplicationException refused) {
            if (RealmRefusal.isMissing(refused.getResponse())) {
                return Optional.empty();
            }
            throw RealmRefusal.of(what, refused.getResponse());
        }
    }

    /** The only act whose answer Keycloak's client leaves unread. */
    private static URI made(String what, Response answer) {
        answer.bufferEntity();
        if (answer.getStatusInfo().getFamily() != Family.SUCCESSFUL) {
            throw new WebApplicationException(answer);
        }
        return Optional.ofNullable(answer.getLocation())
                .orElseThrow(() -> DirectoryClient.away(what, answer.getStatus()));
    }
}
