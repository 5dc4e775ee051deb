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
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.sluis.platform.config.SampleSettings;
import org.sluis.platform.config.Settings;

/** A realm whose keys are in the test's hands: it can sign what Keycloak never would, and counts who asks for its keys. */
@SuppressWarnings("UnnecessaryAssignment") // no container injects here
final class OwnRealm implements AutoCloseable {

    private final HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    private final AtomicInteger asked = new AtomicInteger();
    private volatile RSAKey key = key();

    OwnRealm() throws IOException, JOSEException {
        server.createContext("/realms/sluis/protocol/openid-connect/certs", this::publish);
        server.start();
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

    /** How often the keys were asked for. */
    int asked() {
        return asked.get();
    }

    /** Signs with a new key from now on and publishes that one alone. */
    void rotate() throws JOSEException {
        key = key();
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
        server.stop(0);
    }

    private RealmKeys keys() {
        RealmKeys keys = new RealmKeys();
        keys.settings = settings();
        keys.prepare();
        return keys;
    }

    private Settings settings() {
        return SampleSettings.with(Map.of("sluis.oidc.issuer", issuer()));
    }

    private void publish(HttpExchange exchange) throws IOException {
        asked.incrementAndGet();
        byte[] keys = new JWKSet(key.toPublicJWK()).toString().getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, keys.length);
        exchange.getResponseBody().write(keys);
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
