package org.sluis.platform.security;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sluis.platform.config.SampleSettings;

/** What a browser keeps of the sign-ins it has begun, and what of that is believed when it comes back. */
@SuppressWarnings("UnnecessaryAssignment") // no container injects here
class PendingSignInsTest {

    private static final String VALUE = SignInCookie.NAME + "=";

    private final PendingSignIns node = node(Map.of());
    private String kept = "";

    @Test
    void anotherNodeFindsWhatThisOneSealed() {
        PendingSignIn begun = begun("one", Instant.now());
        keep(begun);
        assertThat(node(Map.of()).take(request(), response(), "one"))
                .map(PendingSignIn::verifier)
                .contains("verifier of one");
    }

    @Test
    void eachIsForgottenWithItsAnswerAndTheOthersAreNot() {
        keep(begun("one", Instant.now()));
        keep(begun("two", Instant.now()));
        assertThat(take("one")).isPresent();
        assertThat(take("one")).isEmpty();
        assertThat(take("two")).isPresent();
        assertThat(kept).isEmpty();
    }

    @Test
    void answerThatNobodyAskedForFindsNothing() {
        keep(begun("one", Instant.now()));
        assertThat(take("two")).isEmpty();
        assertThat(node.take(request(), response(), null)).isEmpty();
        assertThat(take("one")).isPresent();
    }

    @Test
    void nothingIsFoundThatIsOlderThanAQuarterOfAnHour() {
        keep(begun("one", Instant.now().minus(Duration.ofMinutes(16))));
        assertThat(take("one")).isEmpty();
    }

    @Test
    void nothingIsFoundInWhatWasChangedCutOrSealedElsewhere() {
        keep(begun("one", Instant.now()));
        String original = kept;
        for (int at : new int[] {0, original.length() / 2, original.length() - 2}) {
            kept = original.substring(0, at) + (original.charAt(at) == 'A' ? 'B' : 'A') + original.substring(at + 1);
            assertThat(take("one")).as("changed at %d", at).isEmpty();
            kept = original.substring(0, at);
            assertThat(take("one")).as("cut at %d", at).isEmpty();
        }
        kept = "not base64";
        assertThat(take("one")).isEmpty();
        kept = original;
        byte[] other = new byte[32];
        other[0] = 1;
        PendingSignIns elsewhere =
                node(Map.of("sluis.blob.master-key", Base64.getEncoder().encodeToString(other)));
        assertThat(elsewhere.take(request(), response(), "one")).isEmpty();
    }

    @Test
    void whatABrowserCannotReadTellsItNothing() {
        keep(begun("one", Instant.now()));
        assertThat(new String(Base64.getUrlDecoder().decode(kept), java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain("one", "/portal");
    }

    /** Browsers drop a cookie that is too long, and everything with it. */
    @Test
    void theOldestGiveWayToTheNewest() {
        for (int number = 0; number < 20; number++) {
            keep(new PendingSignIn(
                    Instant.now(), "state" + number, "n".repeat(43), "v".repeat(43), "/portal/" + "x".repeat(1_900)));
            assertThat(kept.length()).isLessThan(4_000);
        }
        assertThat(take("state0")).isEmpty();
        assertThat(take("state19")).isPresent();
    }

    private Optional<PendingSignIn> take(String state) {
        return node.take(request(), response(), state);
    }

    private void keep(PendingSignIn begun) {
        node.keep(request(), response(), begun);
    }

    private static PendingSignIn begun(String state, Instant since) {
        return new PendingSignIn(since, state, "nonce", "verifier of " + state, "/portal/documents");
    }

    private static PendingSignIns node(Map<String, String> settings) {
        CookieSeal seal = new CookieSeal();
        seal.settings = SampleSettings.with(settings);
        SignInCookie cookie = new SignInCookie();
        cookie.seal = seal;
        PendingSignIns node = new PendingSignIns();
        node.cookie = cookie;
        return node;
    }

    private HttpServletRequest request() {
        Cookie[] cookies = kept.isEmpty() ? new Cookie[0] : new Cookie[] {new Cookie(SignInCookie.NAME, kept)};
        return answering(HttpServletRequest.class, Map.of("getCookies", arguments -> cookies));
    }

    private HttpServletResponse response() {
        return answering(HttpServletResponse.class, Map.of("addHeader", arguments -> {
            String header = (String) arguments[1];
            assertThat(header).startsWith(VALUE);
            kept = header.substring(VALUE.length(), header.indexOf(';'));
            return "";
        }));
    }

    private interface Answer {
        Object to(Object[] arguments);
    }

    private static <T> T answering(Class<T> type, Map<String, Answer> answers) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) ->
                        requireNonNull(answers.get(method.getName())).to(arguments)));
    }
}
