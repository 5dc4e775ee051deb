package org.sluis.stack;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The EICAR test file: harmless, and found by every scanner. It is put together here, so that scanners find no virus in
 * the sources.
 */
public final class Eicar {
    private Eicar() {}

    public static byte[] bytes() {
        return String.join("", "X5O!P%@AP[4\\PZX54(P^)7CC)7}", "$EICAR-STANDARD", "-ANTIVIRUS-TEST-FILE!", "$H+H*")
                .getBytes(US_ASCII);
    }

    /** The whole file by MD5 and length, in the form of ClamAV's {@code .hdb}. */
    static String hashSignature() throws NoSuchAlgorithmException {
        byte[] digest = MessageDigest.getInstance("MD5").digest(bytes());
        return "%s:%d:Eicar-Test-Signature%n".formatted(HexFormat.of().formatHex(digest), bytes().length);
    }

    /** Any file that begins so, in the form of ClamAV's {@code .ndb}. */
    static String bodySignature() {
        return "Eicar-Test-Signature:0:0:%s%n".formatted(HexFormat.of().formatHex(bytes()));
    }
}
