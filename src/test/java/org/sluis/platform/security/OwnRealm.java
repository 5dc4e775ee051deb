package org.sluis.platform.security;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.sluis.platform.config.SampleSettings;
import org.sluis.platform.config.Settings;

/** A realm whose keys are in the test's hands: it can sign what Keycloak never would, and counts who asks for its keys. */
@SuppressWarnings("UnnecessaryAssignment") // no container injects here
final class OwnRealm implements AutoCloseable {

    private final HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    private final AtomicInteger asked = new AtomicInteger();
    private volatile RSAKey key = key();
    private volatile String idToken = "";
    private volatile CompletableFuture<Void> speech = CompletableFuture.completedFuture(null);
    private Duration life = Duration.ofMinutes(5);

    private volatile @Nullable Ended ended;

    /** How it was asked to end a session. */
    record Ended(String method, String address, String body) {}

    OwnRealm() throws IOException, JOSEException {
        server.createContext("/realms/sluis/.well-known/openid-configuration", this::describe);
        server.createContext("/realms/sluis/protocol/openid-connect/certs", this::publish);
        server.createContext("/realms/sluis/protocol/openid-connect/token", this::exchange);
        server.createContext("/realms/sluis/protocol/openid-connect/logout", this::end);
        server.start();
    }

    /** As a portal that trusts this realm signs people in. */
    IdentityProvider identityProvider() {
        IdentityProvider provider = new IdentityProvider();
        provider.settings = settings();
        provider.keys = keys();
        provider.realm = new Realm();
        provider.realm.settings = settings();
        return provider;
    }

    /** For how long portals that trust this realm from now on take its keys for good without asking again. */
    void keysLive(Duration time) {
        life = time;
    }

    /** What it gives for the next codes, whoever asks. */
    void gives(String token) {
        idToken = token;
    }

    /** As a portal that trusts this realm reads bearer tokens. */
    BearerTokens bearerTokens() {
        BearerTokens tokens = new BearerTokens();
        tokens.settings = settings();
        tokens.keys = keys();
        tokens.prepare();
        return tokens;
    }

    /** As a portal that trusts this realm reads logout tokens. */
    LogoutTokens logoutTokens() {
        LogoutTokens tokens = new LogoutTokens();
        tokens.keys = keys();
        tokens.realm = new Realm();
        tokens.realm.settings = settings();
        return tokens;
    }

    String issuer() {
        return "http://localhost:" + server.getAddress().getPort() + "/realms/sluis";
    }

    /** How it was last asked to end a session. */
    Optional<Ended> ended() {
        return Optional.ofNullable(ended);
    }

    /** How often the keys were asked for. */
    int asked() {
        return asked.get();
    }

    /** Signs with a new key from now on and publishes that one alone. */
    void rotate() throws JOSEException {
        key = key();
    }

    /** Takes calls for its keys from now on and answers none. */
    void fallSilent() {
        speech = new CompletableFuture<>();
    }

    /** Answers again, also what has waited. */
    void speakAgain() {
        speech.complete(null);
    }

    String signed(JWTClaimsSet claims) throws JOSEException {
        return signed(claims, JOSEObjectType.JWT);
    }

    /** The same with the type of token in its header. */
    String signed(JWTClaimsSet claims, JOSEObjectType type) throws JOSEException {
        return signed(claims, type, key.getKeyID(), key);
    }

    /** Signs with a key that is not the realm's, under the name of one that is. */
    String forged(JWTClaimsSet claims, JOSEObjectType type) throws JOSEException {
        return signed(claims, type, key.getKeyID(), key());
    }

    /** Signs with a key nobody has heard of. */
    String unknown(JWTClaimsSet claims, JOSEObjectType type) throws JOSEException {
        RSAKey unheardOf =
                new RSAKey.Builder(key).keyID(UUID.randomUUID().toString()).build();
        return signed(claims, type, unheardOf.getKeyID(), unheardOf);
    }

    @Override
    public void close() {
        speakAgain();
        server.stop(0);
    }

    private RealmKeys keys() {
        RealmKeys keys = new RealmKeys();
        keys.settings = settings();
        keys.life = life;
        keys.prepare();
        return keys;
    }

    private Settings settings() {
        return SampleSettings.with(Map.of("sluis.oidc.issuer", issuer()));
    }

    private void publish(HttpExchange exchange) throws IOException {
        asked.incrementAndGet();
        speech.join();
        answer(exchange, new JWKSet(key.toPublicJWK()).toString());
    }

    private void describe(HttpExchange exchange) throws IOException {
        answer(exchange, """
                {"issuer":"%1$s","authorization_endpoint":"%1$s/protocol/openid-connect/auth",
                 "token_endpoint":"%1$s/protocol/openid-connect/token","jwks_uri":"%1$s/protocol/openid-connect/certs",
                 "end_session_endpoint":"%1$s/protocol/openid-connect/logout",
                 "subject_types_supported":["public"],"response_types_supported":["code"]}""".formatted(issuer()));
    }

    private void exchange(HttpExchange exchange) throws IOException {
        answer(exchange, """
                {"token_type":"Bearer","expires_in":300,"access_token":"access","refresh_token":"refresh",
                 "id_token":"%s"}""".formatted(idToken));
    }

    private void end(HttpExchange exchange) throws IOException {
        ended = new Ended(
                exchange.getRequestMethod(),
                exchange.getRequestURI().toString(),
                new String(exchange.getRequestBody().readAllBytes(), UTF_8));
        exchange.sendResponseHeaders(204, -1);
        exchange.close();
    }

    private static void answer(HttpExchange exchange, String json) throws IOException {
        byte[] body = json.getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static String signed(JWTClaimsSet claims, JOSEObjectType type, String name, RSAKey key)
            throws JOSEException {
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).type(type).keyID(name).build(), claims);
        token.sign(new RSASSASigner(key));
        return token.serialize();
    }

    private static RSAKey key() throws JOSEException {
        return new RSAKeyGenerator(2048)
                .keyID(UUID.randomUUID().toString())
                .algorithm(JWSAlgorithm.RS256)
                .generate();
    }
}
