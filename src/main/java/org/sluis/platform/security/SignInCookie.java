package org.sluis.platform.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The cookie in which a browser keeps the sign-ins it has begun, sealed: the portal itself keeps nothing for somebody who is
 * not signed in. {@code Lax}, since the realm's answer comes from another site.
 */
@ApplicationScoped
class SignInCookie {

    static final String NAME = "__Host-sluis-sign-in";

    private static final String ATTRIBUTES = "; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=";

    /** Browsers keep 4,096 characters of a cookie, its name among them. */
    private static final int LONGEST = 3_800;

    @Inject
    CookieSeal seal;

    /** What the browser has kept, the newest first. */
    List<PendingSignIn> read(HttpServletRequest request) {
        Cookie[] cookies = Optional.ofNullable(request.getCookies()).orElse(new Cookie[0]);
        return Arrays.stream(cookies)
                .filter(cookie -> cookie.getName().equals(NAME))
                .findFirst()
                .flatMap(cookie -> seal.open(NAME, cookie.getValue()))
                .map(SignInCookie::parsed)
                .orElse(List.of());
    }

    /** Has the browser keep these, but for the oldest where they are too much for a cookie; none removes the cookie. */
    void write(HttpServletResponse response, List<PendingSignIn> newestFirst, long seconds) {
        if (newestFirst.isEmpty()) {
            response.addHeader("Set-Cookie", NAME + "=" + ATTRIBUTES + 0);
            return;
        }
        String value = Stream.iterate(newestFirst.size(), count -> count > 0, count -> count - 1)
                .map(count -> seal.seal(NAME, written(newestFirst.subList(0, count))))
                .filter(text -> text.length() <= LONGEST)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("one sign-in is too long for a cookie"));
        response.addHeader("Set-Cookie", NAME + "=" + value + ATTRIBUTES + seconds);
    }

    private static byte[] written(List<PendingSignIn> all) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            for (PendingSignIn begun : all) {
                out.writeLong(begun.since().toEpochMilli());
                out.writeUTF(begun.state());
                out.writeUTF(begun.nonce());
                out.writeUTF(begun.verifier());
                out.writeUTF(begun.destination());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /** What another version of the portal has sealed in another way is nothing to this one. */
    private static List<PendingSignIn> parsed(byte[] content) {
        List<PendingSignIn> all = new ArrayList<>();
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(content))) {
            while (in.available() > 0) {
                all.add(new PendingSignIn(
                        Instant.ofEpochMilli(in.readLong()), in.readUTF(), in.readUTF(), in.readUTF(), in.readUTF()));
            }
            return all;
        } catch (IOException otherwise) {
            return List.of();
        }
    }
}
