package org.sluis.platform.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.sluis.platform.config.DerivedKey;
import org.sluis.platform.config.Settings;

/**
 * Seals what a browser keeps for the portal, in a cookie or in a page, and may neither read nor change (AES-256-GCM, ASVS
 * 11.3.2). The key is derived from the master key, which all nodes have, so each reads what another has sealed.
 */
@ApplicationScoped
public class CookieSeal {

    private static final String ALGORITHM = "AES/GCM/NoPadding";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    @Inject
    Settings settings;

    /** @param cookie the name of the cookie, under which alone it can be opened again */
    public String seal(String cookie, byte[] content) {
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        try {
            byte[] ciphertext = cipher(Cipher.ENCRYPT_MODE, cookie, nonce).doFinal(content);
            byte[] whole = Arrays.copyOf(nonce, NONCE_BYTES + ciphertext.length);
            System.arraycopy(ciphertext, 0, whole, NONCE_BYTES, ciphertext.length);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(whole);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** What was sealed; nothing where it is forged, changed or cut off. */
    public Optional<byte[]> open(String cookie, String value) {
        try {
            byte[] whole = Base64.getUrlDecoder().decode(value);
            if (whole.length < NONCE_BYTES + TAG_BITS / Byte.SIZE) {
                return Optional.empty();
            }
            byte[] nonce = Arrays.copyOf(whole, NONCE_BYTES);
            return Optional.of(
                    cipher(Cipher.DECRYPT_MODE, cookie, nonce).doFinal(whole, NONCE_BYTES, whole.length - NONCE_BYTES));
        } catch (IllegalArgumentException | AEADBadTagException forged) {
            return Optional.empty();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Cipher cipher(int mode, String cookie, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(ALGORITHM);
        cipher.init(
                mode,
                new SecretKeySpec(DerivedKey.of(settings, "sluis cookie"), "AES"),
                new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(cookie.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
