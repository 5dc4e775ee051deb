package org.sluis.inspection.parsing;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** AES in counter mode under a key that is thrown away: enciphers and deciphers the pages of one {@link Spool}. */
final class PageCipher {

    private static final int BLOCK_BYTES = 16;

    private final Cipher cipher;
    private final SecretKeySpec key;

    PageCipher() {
        byte[] random = new byte[BLOCK_BYTES];
        new SecureRandom().nextBytes(random);
        key = new SecretKeySpec(random, "AES");
        try {
            cipher = Cipher.getInstance("AES/CTR/NoPadding");
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has AES", impossible);
        }
    }

    /** Each page has its own upper half of the counter, so none repeats. */
    byte[] apply(long page, byte[] bytes) {
        byte[] counter = ByteBuffer.allocate(BLOCK_BYTES).putLong(page).array();
        try {
            cipher.init(Cipher.ENCRYPT_MODE, key, new IvParameterSpec(counter));
            return cipher.doFinal(bytes);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("AES in counter mode takes any length", impossible);
        }
    }
}
