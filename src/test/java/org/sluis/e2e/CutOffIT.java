package org.sluis.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.sluis.stack.RealmAdministration;
import org.sluis.stack.SharedStack;
import org.sluis.stack.Stack;

/** Whoever is disabled, stripped of a role or signed out at the realm is out here within five seconds, token or not. */
class CutOffIT {

    private static final Duration PROMISED = Duration.ofSeconds(5);
    private static final String ACCOUNT = "inspector-2";

    private final Stack stack = SharedStack.get();
    private final RealmAdministration realm = new RealmAdministration(stack);

    @Test
    void disabledAccountIsOut() {
        RestClient program = new RestClient(stack, ACCOUNT);
        Visitor browser = new Visitor(stack);
        browser.signIn(ACCOUNT);
        assertThat(program.get("/me").statusCode()).isEqualTo(200);
        assertThat(browser.isSignedIn()).isTrue();

        realm.enable(ACCOUNT, false);
        try {
            Promise.within(PROMISED, () -> program.get("/me").statusCode() == 401 && !browser.isSignedIn());
        } finally {
            realm.enable(ACCOUNT, true);
        }
    }

    @Test
    void removedRoleIsGone() {
        RestClient program = new RestClient(stack, ACCOUNT);
        assertThat(program.get("/me").statusCode()).isEqualTo(200);

        realm.removeRole(ACCOUNT, "inspector");
        try {
            Promise.within(PROMISED, () -> program.get("/me").statusCode() == 403);
        } finally {
            realm.addRole(ACCOUNT, "inspector");
        }
        Promise.within(PROMISED, () -> program.get("/me").statusCode() == 200);
    }

    @Test
    void sessionEndedAtTheRealmIsEndedHere() {
        RestClient program = new RestClient(stack, ACCOUNT);
        Visitor browser = new Visitor(stack);
        browser.signIn(ACCOUNT);
        assertThat(program.get("/me").statusCode()).isEqualTo(200);
        assertThat(browser.isSignedIn()).isTrue();

        realm.signOut(ACCOUNT);
        Promise.within(PROMISED, () -> program.get("/me").statusCode() == 401 && !browser.isSignedIn());
    }

    @Test
    void accountMadeAgainUnderTheSameNameIsSomebodyElse() {
        String name = "client-again";
        realm.addAccount(name, name, "client");
        RestClient first = new RestClient(stack, name);
        String id = RestClient.json(first.get("/me")).path("id").asText();
        String document = RestClient.json(first.upload(Desk.REPORT, "report.txt", Desk.TEXT))
                .path("id")
                .asText();
        assertThat(first.get("/documents/" + document).statusCode()).isEqualTo(200);

        realm.removeAccount(name);
        Promise.within(PROMISED, () -> first.get("/me").statusCode() == 401);

        realm.addAccount(name, name, "client");
        RestClient second = new RestClient(stack, name);
        assertThat(RestClient.json(second.get("/me")).path("id").asText()).isNotEqualTo(id);
        assertThat(second.get("/documents/" + document).statusCode()).isEqualTo(404);
        assertThat(first.get("/me").statusCode()).isEqualTo(401);
        realm.removeAccount(name);
    }
}
