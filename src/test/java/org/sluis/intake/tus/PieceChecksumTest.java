package org.sluis.intake.tus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sluis.kernel.Problem;
import org.sluis.kernel.ProblemException;

class PieceChecksumTest {

    private static final byte[] PIECE = "28 days: 52,5 N/mm2".getBytes(StandardCharsets.UTF_8);

    @ParameterizedTest
    @CsvSource({"sha1,SHA-1", "sha256,SHA-256", "sha512,SHA-512"})
    void agreesWithThePieceItIsOfAndWithNoOther(String name, String algorithm) throws NoSuchAlgorithmException {
        String header = name + " "
                + Base64.getEncoder()
                        .encodeToString(MessageDigest.getInstance(algorithm).digest(PIECE));
        assertThatCode(() -> checksum(header, PIECE).requireMatch()).doesNotThrowAnyException();
        byte[] other = Arrays.copyOf(PIECE, PIECE.length - 1);
        assertThatThrownBy(() -> checksum(header, other).requireMatch())
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refusal -> assertThat(refusal.problem()).isEqualTo(Problem.CHECKSUM_MISMATCH));
        assertThat(PieceChecksum.offered().split(",")).contains(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "sha1", "md5 YQ==", "SHA-1 YQ==", "sha1 ***", "sha1 YQ== x", "crc32 YQ=="})
    void refusesWhatItDoesNotKnow(String header) {
        assertThatThrownBy(() -> PieceChecksum.of(header))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refusal -> assertThat(refusal.problem()).isEqualTo(Problem.INVALID_MEMBER));
    }

    @Test
    void isNoneWhereNoneWasSent() {
        assertThat(PieceChecksum.of(null)).isEmpty();
    }

    private static PieceChecksum checksum(String header, byte[] piece) {
        PieceChecksum checksum = PieceChecksum.of(header).orElseThrow();
        checksum.update(piece, piece.length);
        return checksum;
    }
}
