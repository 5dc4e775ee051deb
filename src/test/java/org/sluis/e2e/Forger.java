package org.sluis.e2e;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSAEncrypter;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.EncryptedJWT;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.security.interfaces.RSAPublicKey;
import java.text.ParseException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/** Makes what attackers make of a genuine token and of the key everybody may know (RFC 8725, 2). */
final class Forger {

    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final SignedJWT genuine;
    private final RSAKey published;
    private final RSAKey own;
    private final Bait bait;

    Forger(String genuine, RSAKey published, Bait bait) throws ParseException, JOSEException {
        this.genuine = SignedJWT.parse(genuine);
        this.published = published;
        this.own = new RSAKeyGenerator(2048).keyID("own").generate();
        this.bait = bait;
    }

    /** Tokens by what was tried. */
    Map<String, String> everything() throws JOSEException, ParseException {
        Map<String, String> all = new LinkedHashMap<>();
        unsigned(all);
        tampered(all);
        symmetric(all);
        foreign(all);
        pointing(all);
        named(all);
        all.put("encrypted to the realm", encrypted());
        return all;
    }

    private void unsigned(Map<String, String> all) {
        for (String none : new String[] {"none", "None", "NONE", "nOnE", ""}) {
            String header = "{\"alg\":\"%s\",\"typ\":\"JWT\",\"kid\":\"%s\"}".formatted(none, kid());
            all.put("alg '" + none + "'", raw(header, payload(), ""));
            all.put("alg '" + none + "' with the genuine signature", raw(header, payload(), signature()));
        }
        all.put("signature stripped", header() + "." + payload() + ".");
        all.put("two parts", header() + "." + payload());
        all.put("nothing at all", "..");
        all.put("two values of alg", raw("{\"alg\":\"RS256\",\"alg\":\"none\"}", payload(), ""));
        all.put("an empty elliptic signature", raw("{\"alg\":\"ES256\"}", payload(), "A".repeat(86)));
    }

    private void tampered(Map<String, String> all) throws ParseException {
        String administrator = new JWTClaimsSet.Builder(claims())
                .claim("groups", new String[] {"admin"})
                .build()
                .toString();
        all.put("claims changed", header() + "." + encoded(administrator) + "." + signature());
        byte[] flipped = genuine.getSignature().decode();
        flipped[0] ^= 1;
        all.put("one bit of the signature changed", header() + "." + payload() + "." + BASE64.encodeToString(flipped));
        all.put(
                "header changed",
                raw("{\"alg\":\"RS256\",\"kid\":\"%s\",\"x\":1}".formatted(kid()), payload(), signature()));
    }

    /** The published key taken for a shared secret, in every form it may be lying about. */
    private void symmetric(Map<String, String> all) throws JOSEException, ParseException {
        RSAPublicKey key = published.toRSAPublicKey();
        String pem = "-----BEGIN PUBLIC KEY-----\n%s\n-----END PUBLIC KEY-----"
                .formatted(Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.getEncoded()));
        Map<String, byte[]> secrets = Map.of(
                "DER", key.getEncoded(),
                "PEM", pem.getBytes(US_ASCII),
                "PEM and a line end", (pem + "\n").getBytes(US_ASCII),
                "modulus", key.getModulus().toByteArray(),
                "JWK", published.toPublicJWK().toJSONString().getBytes(UTF_8),
                "zeros", new byte[64]);
        for (Map.Entry<String, byte[]> secret : secrets.entrySet()) {
            all.put(
                    "HS256 with the public key as " + secret.getKey(),
                    signed(new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(kid()), new MACSigner(secret.getValue())));
        }
    }

    private void foreign(Map<String, String> all) throws JOSEException, ParseException {
        for (JWSAlgorithm algorithm : new JWSAlgorithm[] {JWSAlgorithm.RS256, JWSAlgorithm.RS512, JWSAlgorithm.PS256}) {
            all.put(
                    algorithm + " by a foreign key under a known name",
                    signed(header(algorithm).keyID(kid())));
            all.put(algorithm + " by a foreign key without a name", signed(header(algorithm)));
        }
    }

    private void pointing(Map<String, String> all) throws JOSEException, ParseException {
        for (String name : new String[] {kid(), "own"}) {
            all.put(
                    "jwk as " + name,
                    signed(header(JWSAlgorithm.RS256).keyID(name).jwk(own.toPublicJWK())));
            for (String scheme : new String[] {"http", "https"}) {
                URI address = URI.create(bait.address(scheme));
                all.put(
                        scheme + " jku as " + name,
                        signed(header(JWSAlgorithm.RS256).keyID(name).jwkURL(address)));
                all.put(
                        scheme + " x5u as " + name,
                        signed(header(JWSAlgorithm.RS256).keyID(name).x509CertURL(address)));
            }
        }
    }

    private void named(Map<String, String> all) throws JOSEException, ParseException {
        for (String name : new String[] {
            "../../../../../../../../dev/null",
            "/proc/self/environ",
            "file:///dev/null",
            bait.address("http"),
            "' OR '1'='1",
            "x' UNION SELECT 'secret' --",
            "${jndi:ldap://127.0.0.1/x}",
            "\u0000",
            kid() + "\u0000",
            "*",
            "x".repeat(2_000)
        }) {
            all.put("kid " + name, signed(header(JWSAlgorithm.RS256).keyID(name)));
        }
    }

    private String encrypted() throws JOSEException, ParseException {
        EncryptedJWT token = new EncryptedJWT(
                new JWEHeader.Builder(JWEAlgorithm.RSA_OAEP_256, EncryptionMethod.A256GCM)
                        .keyID(kid())
                        .build(),
                claims());
        token.encrypt(new RSAEncrypter(published.toRSAPublicKey()));
        return token.serialize();
    }

    private static JWSHeader.Builder header(JWSAlgorithm algorithm) {
        return new JWSHeader.Builder(algorithm);
    }

    private String signed(JWSHeader.Builder header) throws JOSEException, ParseException {
        return signed(header, new RSASSASigner(own));
    }

    private String signed(JWSHeader.Builder header, JWSSigner signer) throws JOSEException, ParseException {
        SignedJWT token = new SignedJWT(header.build(), claims());
        token.sign(signer);
        return token.serialize();
    }

    private static String raw(String header, String payload, String signature) {
        return encoded(header) + "." + payload + "." + signature;
    }

    private static String encoded(String text) {
        return BASE64.encodeToString(text.getBytes(UTF_8));
    }

    private String header() {
        return genuine.getParsedParts()[0].toString();
    }

    private String payload() {
        return genuine.getParsedParts()[1].toString();
    }

    private String signature() {
        return genuine.getParsedParts()[2].toString();
    }

    private String kid() {
        return genuine.getHeader().getKeyID();
    }

    private JWTClaimsSet claims() throws ParseException {
        return genuine.getJWTClaimsSet();
    }
}
