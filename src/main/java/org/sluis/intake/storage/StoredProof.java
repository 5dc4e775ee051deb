package org.sluis.intake.storage;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.NoSuchFileException;
import java.security.MessageDigest;
import java.util.Optional;
import org.sluis.blob.EncryptedBlobs;
import org.sluis.blob.StoreUnavailable;
import org.sluis.blob.StoredBlob;
import org.sluis.intake.storage.StorageFault.Kind;
import org.sluis.kernel.Sha256;

/** Reads stored bytes whole, as a download would, and compares them with what was received. */
final class StoredProof {

    private static final int PIECE_BYTES = 64 * 1024;

    private final EncryptedBlobs blobs;
    private final Throttle throttle;
    private final StorageReport report;

    StoredProof(EncryptedBlobs blobs, Throttle throttle, StorageReport report) {
        this.blobs = blobs;
        this.throttle = throttle;
        this.report = report;
    }

    /** What is wrong with the bytes, where something is. */
    Optional<Kind> flaw(StoredBlob expected) throws InterruptedIOException {
        try (SeekableByteChannel content =
                blobs.open(expected.id(), expected.wrappedKey().bytes())) {
            MessageDigest digest = Sha256.newDigest();
            long size = read(content, digest);
            boolean same = size == expected.size() && Sha256.of(digest).equals(expected.sha256());
            return same ? Optional.empty() : Optional.of(Kind.DIFFERENT);
        } catch (InterruptedIOException ended) {
            throw ended;
        } catch (NoSuchFileException gone) {
            return Optional.of(Kind.MISSING);
        } catch (StoreUnavailable away) {
            requireGoingOn(away);
            return Optional.of(Kind.UNREADABLE);
        } catch (IOException damaged) {
            return Optional.of(Kind.DAMAGED);
        }
    }

    /** A portal that is stopped says nothing about its store. */
    private static void requireGoingOn(StoreUnavailable away) throws InterruptedIOException {
        if (away.getCause() instanceof ClosedByInterruptException) {
            throw new InterruptedIOException("the portal is being stopped");
        }
    }

    private long read(SeekableByteChannel content, MessageDigest digest) throws IOException {
        ByteBuffer piece = ByteBuffer.allocate(PIECE_BYTES);
        long size = 0;
        for (int read = content.read(piece); read >= 0; read = content.read(piece)) {
            digest.update(piece.flip());
            piece.clear();
            size += read;
            report.readBytes(read);
            throttle.spend(read);
        }
        return size;
    }
}
