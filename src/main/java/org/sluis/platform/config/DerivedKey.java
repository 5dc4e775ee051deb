package org.sluis.platform.config;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Keys that all nodes have without being given them: derived from the master key, each for one purpose, so that none of them tells
 * anything of another.
 */
public final class DerivedKey {

    private static final String HMAC = "HmacSHA256";

    private DerivedKey() {}

    /**
     * One block of HKDF-Expand with SHA-256 (RFC 5869, 2.3): the master key is random already, so nothing is extracted.
     *
     * @param purpose what the key is for; another one has another key
     * @return 32 bytes
     */
    public static byte[] of(Settings settings, String purpose) {
        byte[] master = Base64.getDecoder().decode(settings.blobs().masterKey());
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(master, HMAC));
            mac.update(purpose.getBytes(StandardCharsets.UTF_8));
            return mac.doFinal(new byte[] {1});
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
