package org.sluis.blob;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.StreamingAead;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.AesGcmParameters;
import com.google.crypto.tink.streamingaead.AesGcmHkdfStreamingParameters;
import com.google.crypto.tink.streamingaead.AesGcmHkdfStreamingParameters.HashType;
import com.google.crypto.tink.streamingaead.StreamingAeadConfig;
import com.google.crypto.tink.util.SecretBytes;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.UUID;

/**
 * Wraps the key of each blob. Blob keys are AES-256-GCM-HKDF streaming keys with segments of 64 KB: small enough that
 * an upload needs little memory and a small download little work, large enough that the tags cost nothing.
 */
public final class MasterKey {

    private static final int KEY_BYTES = 32;
    private static final int IV_BYTES = 12;
    private static final int PREFIX_BYTES = 7;

    /** What authenticates a segment. */
    static final int TAG_BYTES = 16;

    /** A segment in the store, its tag included. */
    static final int SEGMENT_BYTES = 64 * 1024;

    /** What stands before the first segment of a stream: its own length, the salt of the key, the prefix of nonces. */
    static final int HEADER_BYTES = 1 + KEY_BYTES + PREFIX_BYTES;

    private final Aead wrapping;
    private final AesGcmHkdfStreamingParameters blobKeys;

    /** @param base64 32 random bytes */
    public MasterKey(String base64) {
        try {
            AeadConfig.register();
            StreamingAeadConfig.register();
            wrapping = wrapping(Base64.getDecoder().decode(base64));
            blobKeys = AesGcmHkdfStreamingParameters.builder()
                    .setKeySizeBytes(KEY_BYTES)
                    .setDerivedAesGcmKeySizeBytes(KEY_BYTES)
                    .setHkdfHashType(HashType.SHA256)
                    .setCiphertextSegmentSizeBytes(SEGMENT_BYTES)
                    .build();
        } catch (GeneralSecurityException unfit) {
            throw new IllegalArgumentException("the master key is unfit", unfit);
        }
    }

    @AccessesPartialKey
    private static Aead wrapping(byte[] key) throws GeneralSecurityException {
        AesGcmParameters parameters = AesGcmParameters.builder()
                .setKeySizeBytes(KEY_BYTES)
                .setIvSizeBytes(IV_BYTES)
                .setTagSizeBytes(TAG_BYTES)
                .setVariant(AesGcmParameters.Variant.NO_PREFIX)
                .build();
        AesGcmKey secret = AesGcmKey.builder()
                .setParameters(parameters)
                .setKeyBytes(SecretBytes.copyFrom(key, InsecureSecretKeyAccess.get()))
                .build();
        return KeysetHandle.newBuilder()
                .addEntry(KeysetHandle.importKey(secret).withRandomId().makePrimary())
                .build()
                .getPrimitive(RegistryConfiguration.get(), Aead.class);
    }

    KeysetHandle newBlobKey() throws GeneralSecurityException {
        return KeysetHandle.generateNew(blobKeys, RegistryConfiguration.get());
    }

    /** The key is bound to its blob: it unwraps for no other. */
    byte[] wrap(KeysetHandle blobKey, UUID blob) throws GeneralSecurityException {
        return TinkProtoKeysetFormat.serializeEncryptedKeyset(
                blobKey, wrapping, bytes(blob), RegistryConfiguration.get());
    }

    StreamingAead unwrap(byte[] wrapped, UUID blob) throws GeneralSecurityException {
        return primitive(TinkProtoKeysetFormat.parseEncryptedKeyset(
                wrapped, wrapping, bytes(blob), RegistryConfiguration.get()));
    }

    static StreamingAead primitive(KeysetHandle blobKey) throws GeneralSecurityException {
        return blobKey.getPrimitive(RegistryConfiguration.get(), StreamingAead.class);
    }

    static byte[] bytes(UUID blob) {
        return ByteBuffer.allocate(16)
                .putLong(blob.getMostSignificantBits())
                .putLong(blob.getLeastSignificantBits())
                .array();
    }
}
