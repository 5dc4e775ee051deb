package org.sluis.accounts;

import jakarta.ws.rs.NotAuthorizedException;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.client.Client;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.keycloak.OAuth2Constants;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.admin.client.KeycloakBuilder;
import org.keycloak.admin.client.resource.RealmResource;
import org.keycloak.admin.client.resource.UsersResource;
import org.sluis.kernel.Problem;
import org.sluis.kernel.ProblemException;

/**
 * Asks the administration of a realm in the name of the portal's service account (OAuth 2.0 client credentials, RFC 6749,
 * 4.4). Every answer has a deadline; silence, refusal and nonsense are {@code directory-away}. Threads may share it; so many
 * are served at once that a silent realm cannot hold all threads of the portal, the others are told that it is away.
 */
final class DirectoryClient implements AutoCloseable {

    private static final Logger LOG = System.getLogger(DirectoryClient.class.getName());
    private static final Pattern ADMINISTRATION = Pattern.compile("(.+)/admin/realms/([^/]+)");
    private static final int AT_ONCE = 16;
    private static final Duration TURN = Duration.ofSeconds(1);

    static {
        Keycloak.setClientProvider(new RealmProxies());
    }

    private final Keycloak keycloak;
    private final RealmResource realm;
    private final UsersResource users;
    private final Duration patience;
    private final Semaphore turns = new Semaphore(AT_ONCE, true);

    /** Keycloak's own keeper of the token lets all wait in line without an end. */
    private final Semaphore tokenTurn = new Semaphore(1, true);

    /**
     * @param administration the realm's administration address, {@code …/admin/realms/name}; tokens come from the same server
     * @param patience how long one answer may take
     */
    DirectoryClient(URI administration, String client, String secret, Duration patience) {
        Matcher address = ADMINISTRATION.matcher(administration.toString());
        if (!address.matches()) {
            throw new IllegalArgumentException("no administration address of a realm");
        }
        this.patience = patience;
        Client http = RealmProxies.client(patience);
        this.keycloak = KeycloakBuilder.builder()
                .serverUrl(address.group(1))
                .realm(address.group(2))
                .grantType(OAuth2Constants.CLIENT_CREDENTIALS)
                .clientId(client)
                .clientSecret(secret)
                .resteasyClient(http)
                .build();
        this.realm = keycloak.realm(address.group(2));
        this.users = realm.users();
    }

    /**
     * Asks once; again with a fresh token where the old one was refused.
     *
     * @param what for the log, where addresses of people have no place
     * @throws WebApplicationException what the realm answered instead of a success
     */
    <T> T ask(String what, Function<UsersResource, T> question) {
        return askRealm(what, administration -> question.apply(users));
    }

    /** The same about what belongs to no account. */
    <T> T askRealm(String what, Function<RealmResource, T> question) {
        take(turns, TURN, what);
        try {
            requireToken();
            return asked(question);
        } catch (ProcessingException unanswered) {
            throw away(what, reason(unanswered));
        } finally {
            turns.release();
        }
    }

    private <T> T asked(Function<RealmResource, T> question) {
        try {
            return question.apply(realm);
        } catch (NotAuthorizedException stale) {
            requireToken();
            return question.apply(realm);
        }
    }

    /** The refusal that means: nobody knows what became of it, or the portal may not do it. */
    static ProblemException away(String what, Object why) {
        LOG.log(Level.WARNING, "The directory of accounts could not {0}: {1}", what, why);
        return new ProblemException(Problem.DIRECTORY_AWAY);
    }

    @SuppressWarnings("NullAway") // a realm that talks nonsense gives no token
    private void requireToken() {
        String what = "give a token";
        take(tokenTurn, patience, what);
        try {
            if (keycloak.tokenManager().getAccessTokenString() == null) {
                throw away(what, "nothing");
            }
        } catch (WebApplicationException refused) {
            throw away(what, refused.getResponse().getStatus());
        } catch (ProcessingException unanswered) {
            throw away(what, reason(unanswered));
        } finally {
            tokenTurn.release();
        }
    }

    private static void take(Semaphore turn, Duration patience, String what) {
        try {
            if (!turn.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw away(what, "too many ask at once");
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw away(what, stopping.getClass().getSimpleName());
        }
    }

    private static String reason(ProcessingException unanswered) {
        Throwable cause = unanswered.getCause() == null ? unanswered : unanswered.getCause();
        return cause.getClass().getSimpleName();
    }

    @Override
    public void close() {
        keycloak.close();
    }
}
