package org.sluis.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sluis.stack.SharedStack;
import org.sluis.stack.Stack;

/** Signing in and out as a browser does, and what must not work on the way. */
class SignInIT {

    private final Stack stack = SharedStack.get();

    @Test
    void personSignsInAtTheRealmAndComesBack() {
        Visitor anna = new Visitor(stack);
        HttpResponse<String> back = anna.signIn("client-a1");
        assertThat(back.statusCode()).isEqualTo(302);
        assertThat(Visitor.location(back)).hasPath("/portal/home");
        assertThat(anna.isSignedIn()).isTrue();
    }

    @Test
    void signInAsksForAChallengeThatOnlyThisBrowserCanMeet() {
        URI realm = Visitor.location(new Visitor(stack).get("/sign-in"));
        assertThat(realm.getQuery())
                .contains("code_challenge_method=S256", "code_challenge=", "state=", "nonce=", "response_type=code");
    }

    /** Whoever only asks for the form costs the portal no memory. */
    @Test
    void sessionIsNotMadeBeforeTheSignInHasEnded() {
        Visitor anna = new Visitor(stack);
        URI callback = anna.callback("client-a1");
        assertThat(anna.session()).isEmpty();
        anna.get(callback);
        assertThat(anna.session()).isPresent();
    }

    @Test
    void cookiesAreOutOfReach() {
        Visitor anna = new Visitor(stack);
        List<String> begun = anna.get("/sign-in").headers().allValues("Set-Cookie");
        assertThat(begun).singleElement().satisfies(SignInIT::isOutOfReach);
        assertThat(begun.get(0)).startsWith("__Host-sluis-sign-in=").contains("; Max-Age=900");
        List<String> ended = anna.signIn("client-a1").headers().allValues("Set-Cookie");
        assertThat(ended).allSatisfy(SignInIT::isOutOfReach);
        assertThat(ended).anyMatch(cookie -> cookie.startsWith("__Host-sluis="));
    }

    private static void isOutOfReach(String cookie) {
        assertThat(cookie)
                .containsIgnoringCase("; SameSite=Lax")
                .contains("; Path=/", "; Secure", "; HttpOnly")
                .doesNotContain("Domain=");
    }

    /** The cookie is the browser's own, and so is the answer; but the realm takes no code twice. */
    @Test
    void answerOfTheRealmCountsOnceAlsoWhereTheBrowserKeptItsCookie() {
        Visitor anna = new Visitor(stack);
        URI callback = anna.callback("client-a1");
        String kept = anna.cookie("__Host-sluis-sign-in").orElseThrow();
        anna.get(callback);
        anna.post("/sign-out", stack.portal().url());
        anna.plant("__Host-sluis-sign-in", kept);
        assertThat(anna.get(callback).statusCode()).isEqualTo(400);
        assertThat(anna.isSignedIn()).isFalse();
    }

    @Test
    void answerOfTheRealmCountsOnce() {
        Visitor anna = new Visitor(stack);
        URI callback = anna.callback("client-a1");
        anna.get(callback);
        anna.post("/sign-out", stack.portal().url());
        assertThat(anna.get(callback).statusCode()).isEqualTo(400);
        assertThat(anna.isSignedIn()).isFalse();
    }

    @Test
    void answerMadeForAnotherBrowserSignsNobodyIn() {
        Visitor mallory = new Visitor(stack);
        URI forged = mallory.callback("client-b1");

        Visitor anna = new Visitor(stack);
        anna.get("/sign-in");
        assertThat(anna.get(forged).statusCode()).isEqualTo(400);
        assertThat(anna.isSignedIn()).isFalse();
    }

    /** The code would be good: nothing but the state tells that this is not the answer to what was asked. */
    @Test
    void answerThatRepeatsAnotherStateOrNoneSignsNobodyIn() {
        for (String state : List.of("state=guessed", "state=", "other=x")) {
            Visitor anna = new Visitor(stack);
            String callback = anna.callback("client-a1").toString();
            assertThat(anna.get(URI.create(callback.replaceAll("state=[^&]*", state)))
                            .statusCode())
                    .as(state)
                    .isEqualTo(400);
            assertThat(anna.get(URI.create(callback)).statusCode()).as(state).isEqualTo(302);
        }
    }

    @Test
    void answerWithAForeignIssuerOrCodeSignsNobodyIn() {
        Visitor anna = new Visitor(stack);
        String callback = anna.callback("client-a1").toString();
        assertThat(anna.get(URI.create(callback.replaceAll("([?&]code)=[^&]*", "$1=guessed")))
                        .statusCode())
                .isEqualTo(400);
        String second = anna.get("/sign-in").headers().firstValue("Location").orElseThrow();
        String answer = Visitor.location(anna.get(URI.create(second))).toString();
        assertThat(anna.get(URI.create(answer.replaceAll("iss=[^&]*", "iss=https%3A%2F%2Fevil.example")))
                        .statusCode())
                .isEqualTo(400);
        assertThat(anna.isSignedIn()).isFalse();
    }

    @Test
    void signOutEndsTheSessionHereAndAtTheRealm() {
        Visitor anna = new Visitor(stack);
        anna.signIn("client-a1");
        HttpResponse<String> out = anna.post("/sign-out", stack.portal().url());
        assertThat(out.statusCode()).isEqualTo(303);
        assertThat(anna.isSignedIn()).isFalse();

        assertThat(Visitor.location(out))
                .as("no token travels in an address")
                .hasPath("/")
                .hasNoParameters();
        HttpResponse<String> again = anna.get(Visitor.location(anna.get("/sign-in")));
        assertThat(again.body()).contains("kc-form-login");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example", "null", ""})
    void formOfAnotherSiteChangesNothing(String origin) {
        Visitor anna = new Visitor(stack);
        anna.signIn("client-a1");
        assertThat(anna.post("/sign-out", origin).statusCode()).isEqualTo(403);
        assertThat(anna.isSignedIn()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//evil.example",
                "https://evil.example/",
                "/%5Cevil.example",
                "/portal/%0d%0aSet-Cookie:a=b",
                "/sign-in",
                "javascript:alert(1)"
            })
    void signInLeadsToNoOtherSite(String wanted) {
        Visitor anna = new Visitor(stack);
        anna.signIn("client-a1");
        HttpResponse<String> answer = anna.get("/sign-in?to=" + wanted);
        assertThat(Visitor.location(answer)).hasToString(stack.portal().url() + "/portal/home");
        assertThat(answer.headers().map()).doesNotContainKey("set-cookie");
    }

    @Test
    void sessionOpensNothingInTheApi() {
        Visitor anna = new Visitor(stack);
        anna.signIn("client-a1");
        assertThat(anna.get("/api/documents").statusCode()).isEqualTo(401);
    }
}
