package org.sluis.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import org.sluis.stack.PortalProcess;
import org.sluis.stack.Stack;

/** What a browser does to sign in, step by step, so that a test can stop between two steps or do one twice. */
public final class Visitor {

    static final String SESSION = "__Host-sluis";
    private static final Pattern FORM = Pattern.compile("<form id=\"kc-form-login\"[^>]* action=\"([^\"]+)\"");

    private final CookieJar cookies = new CookieJar();
    private final HttpClient http;
    private final URI portal;

    public Visitor(Stack stack) {
        this(stack.portal());
    }

    /** At another portal than the stack's. */
    Visitor(PortalProcess portal) {
        this(URI.create(portal.url()), portal.trust());
    }

    /** At a portal somewhere. */
    Visitor(URI portal, SSLContext trust) {
        this.http = HttpClient.newBuilder().sslContext(trust).build();
        this.portal = portal;
    }

    /** The whole way, from the portal through the realm and back. */
    public HttpResponse<String> signIn(String account) {
        return get(callback(account));
    }

    /** As far as the realm's answer, which is not yet given to the portal. */
    URI callback(String account) {
        HttpResponse<String> form = get(location(get(portal.resolve("/sign-in"))));
        assertThat(form.statusCode()).isEqualTo(200);
        return location(enter(form, account));
    }

    private HttpResponse<String> enter(HttpResponse<String> form, String account) {
        Matcher action = FORM.matcher(form.body());
        assertThat(action.find()).as("a form to sign in").isTrue();
        String fields = "username=%1$s&password=%1$s&credentialId="
                .formatted(URLEncoder.encode(account, StandardCharsets.UTF_8));
        return send(HttpRequest.newBuilder(URI.create(action.group(1).replace("&amp;", "&")))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(fields)));
    }

    public HttpResponse<String> get(String path) {
        return get(portal.resolve(path));
    }

    HttpResponse<String> get(URI address) {
        return send(HttpRequest.newBuilder(address).GET());
    }

    /** A form of the site {@code origin}, posted to the portal. */
    HttpResponse<String> post(String path, String origin) {
        return send(HttpRequest.newBuilder(portal.resolve(path))
                .header("Origin", origin)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.noBody()));
    }

    /** What a program posts, which says nothing of where it comes from. */
    HttpResponse<String> tell(String path, String fields) {
        return send(HttpRequest.newBuilder(portal.resolve(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(fields)));
    }

    /** Whoever is signed in is sent on to the documents at once, everybody else to the realm. */
    boolean isSignedIn() {
        return location(get("/sign-in")).getAuthority().equals(portal.getAuthority());
    }

    Optional<String> session() {
        return cookie(SESSION);
    }

    void plantSession(String value) {
        plant(SESSION, value);
    }

    /** A cookie of the portal's. */
    Optional<String> cookie(String name) {
        return cookies.value(portal, name);
    }

    void plant(String name, String value) {
        cookies.plant(portal, name, value);
    }

    static URI location(HttpResponse<String> answer) {
        return answer.uri()
                .resolve(answer.headers()
                        .firstValue("Location")
                        .orElseThrow(() -> new AssertionError("no redirect but " + answer.statusCode())));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        URI address = request.build().uri();
        String kept = cookies.header(address);
        if (!kept.isEmpty()) {
            request.header("Cookie", kept);
        }
        try {
            HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
            cookies.keep(address, answer.headers().allValues("Set-Cookie"));
            return answer;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopping);
        }
    }
}
