package org.sluis.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The codes an authenticator application shows (RFC 6238): six digits, each for half a minute. */
record OneTimeCode(String secret) {

    private static final int PERIOD_SECONDS = 30;
    private static final int DIGITS = 1_000_000;

    String now() {
        return at(Instant.now().getEpochSecond() / PERIOD_SECONDS);
    }

    /** The one after {@link #now}, which a server takes already. */
    String next() {
        return at(Instant.now().getEpochSecond() / PERIOD_SECONDS + 1);
    }

    private String at(long period) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA1"));
            byte[] hash =
                    mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(period).array());
            int number = ByteBuffer.wrap(hash).getInt(hash[hash.length - 1] & 0xf) & Integer.MAX_VALUE;
            return "%06d".formatted(number % DIGITS);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
