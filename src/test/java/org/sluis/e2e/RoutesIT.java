package org.sluis.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.sluis.Route;

/** Every address, method and role against the manual's table, from outside. */
class RoutesIT {

    private static final List<String> METHODS =
            List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "PROPFIND");
    private static final Map<String, String> ACCOUNTS =
            Map.of("client", "client-a1", "inspector", "inspector-1", "admin", "admin", "dpo", "dpo");

    private final Desk desk = new Desk();
    private final RestClient nobody = RestClient.nobody(desk.stack);
    private final Set<Route> routes = Route.inTheManual();

    @Test
    void answersTheRolesOfTheTableAndNoOther() {
        for (Route route : routes) {
            for (Map.Entry<String, String> role : ACCOUNTS.entrySet()) {
                HttpResponse<byte[]> answer = call(desk.person(role.getValue()), route.verb(), route.path());
                String as = route.address() + " as " + role.getKey();
                if (route.isPublic() || route.roles().contains(role.getKey())) {
                    assertThat(answer.statusCode()).as(as).isIn(200, 204, 400, 404, 412, 415, 428);
                } else {
                    assertThat(answer.statusCode()).as(as).isEqualTo(403);
                    if (!route.verb().equals("HEAD")) {
                        assertThat(RestClient.problem(answer)).as(as).isEqualTo("/problems/role-missing");
                    }
                }
            }
        }
    }

    @Test
    void asksEverybodyElseToSignIn() {
        for (Route route : routes) {
            HttpResponse<byte[]> answer = call(nobody, route.verb(), route.path());
            if (route.isPublic()) {
                assertThat(answer.statusCode()).as(route.address()).isIn(200, 204);
            } else {
                assertThat(answer.statusCode()).as(route.address()).isEqualTo(401);
                assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer");
            }
        }
    }

    @Test
    void offersNoMethodThatIsNotInTheTable() {
        for (String path : routes.stream().map(Route::path).collect(Collectors.toSet())) {
            Set<String> offered = routes.stream()
                    .filter(route -> route.path().equals(path))
                    .map(Route::verb)
                    .collect(Collectors.toCollection(TreeSet::new));
            for (String method : METHODS) {
                String asked = method + " " + path;
                if (isOffered(method, path)) {
                    continue;
                }
                HttpResponse<byte[]> answer = call(desk.person("admin"), method, path);
                assertThat(answer.statusCode()).as(asked).isEqualTo(method.equals("OPTIONS") ? 200 : 405);
                assertThat(answer.headers().firstValue("Allow").orElse("").split(", ?"))
                        .as(asked)
                        .containsAll(offered)
                        .isSubsetOf(METHODS);
            }
        }
    }

    @Test
    void saysWhatIsMissingWhereNoBodyIsSent() {
        for (Route route : routes) {
            RestClient person = ACCOUNTS.entrySet().stream()
                    .filter(role -> route.isPublic() || route.roles().contains(role.getKey()))
                    .map(role -> desk.person(role.getValue()))
                    .findFirst()
                    .orElseThrow();
            String address = address(route.path());
            for (HttpResponse<byte[]> answer : List.of(
                    person.call(route.verb(), address, ""),
                    person.call(route.verb(), address, "", "Content-Type", "application/json"),
                    person.call(route.verb(), address, "null", "Content-Type", "application/json"))) {
                assertThat(answer.statusCode()).as(route.address()).isLessThan(500);
            }
        }
    }

    @Test
    void publishesItsDescriptionWithoutSignIn() {
        HttpResponse<byte[]> description = call(nobody, "GET", "/api/openapi");
        assertThat(description.headers().firstValue("Content-Type")).contains("application/json");
        assertThat(RestClient.json(description)
                        .at("/paths/~1api~1documents~1{id}/patch")
                        .isMissingNode())
                .isFalse();
    }

    @Test
    void saysHowLongItsDescriptionIs() {
        HttpResponse<byte[]> whole = call(nobody, "GET", "/api/openapi");
        HttpResponse<byte[]> head = call(nobody, "HEAD", "/api/openapi");
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.headers().firstValueAsLong("Content-Length")).hasValue(whole.body().length);
    }

    /** An address may also be read as the identifier of another one, which then names nothing. */
    private boolean isOffered(String method, String path) {
        return routes.stream()
                .filter(route -> route.verb().equals(method)
                        || (method.equals("HEAD") && route.verb().equals("GET")))
                .anyMatch(route -> path.matches(route.path().replaceAll("\\{[^}]+}", "[^/]+")));
    }

    private static HttpResponse<byte[]> call(RestClient person, String method, String path) {
        String address = address(path);
        return switch (method) {
            case "PATCH" -> person.call(method, address, "{}", "Content-Type", patchType(path));
            case "POST" -> person.call(method, address, "{}", "Content-Type", contentType(path));
            default -> person.call(method, address, "");
        };
    }

    private static String address(String path) {
        return path.substring("/api".length())
                .replaceAll("\\{[^}]+}", UUID.randomUUID().toString());
    }

    private static String patchType(String path) {
        return path.startsWith("/api/uploads") ? "application/offset+octet-stream" : "application/merge-patch+json";
    }

    private static String contentType(String path) {
        return path.endsWith("/documents") || path.endsWith("/versions")
                ? "multipart/form-data; boundary=x"
                : "application/json";
    }
}
