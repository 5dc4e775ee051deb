package org.sluis.accounts;

import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keycloak.representations.idm.ErrorRepresentation;
import org.sluis.kernel.Problem;
import org.sluis.kernel.ProblemException;

/** What the realm refuses, in the portal's words. */
final class RealmRefusal {

    private static final Map<String, String> MEMBERS =
            Map.of("firstName", "givenName", "lastName", "familyName", "email", "email", "username", "email");

    private RealmRefusal() {}

    static boolean isMissing(Response answer) {
        return answer.getStatus() == Response.Status.NOT_FOUND.getStatusCode();
    }

    static ProblemException of(String what, Response answer) {
        return switch (answer.getStatus()) {
            case 404 -> new ProblemException(Problem.ACCOUNT_MISSING);
            case 409 -> new ProblemException(Problem.ACCOUNT_EXISTS);
            case 400 ->
                senseless(answer)
                        .map(member -> ProblemException.invalid(member, "format"))
                        .orElseGet(() -> DirectoryClient.away(what, answer.getStatus()));
            default -> DirectoryClient.away(what, answer.getStatus());
        };
    }

    /** The member of a name or address that the realm finds senseless. */
    private static Optional<String> senseless(Response answer) {
        try {
            ErrorRepresentation error = answer.readEntity(ErrorRepresentation.class);
            List<ErrorRepresentation> errors = error.getErrors();
            ErrorRepresentation first = errors == null || errors.isEmpty() ? error : errors.get(0);
            return Optional.ofNullable(first.getField()).map(MEMBERS::get);
        } catch (ProcessingException nonsense) {
            return Optional.empty();
        }
    }
}
