package org.sluis.intake.tus;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.sluis.blob.EncryptedBlobs;
import org.sluis.blob.GrowingBlob;
import org.sluis.blob.GrowingBlob.Mark;
import org.sluis.kernel.Problem;
import org.sluis.kernel.ProblemException;
import org.sluis.platform.bodies.SenderTooSlow;

/**
 * Reads one piece into its upload and says every now and then how much is durable. A piece with a checksum is durable as
 * a whole or not at all. The last byte of the upload is not this one's to confirm: that is done with the document.
 */
final class PieceReader {

    private static final int BUFFER_BYTES = 64 * 1024;
    private static final long MARK_BYTES = 16 << 20;
    private static final long MARK_NANOS = Duration.ofSeconds(1).toNanos();

    private final EncryptedBlobs blobs;
    private final GrowingBlob upload;
    private final long length;
    private final Progress progress;
    private long marked;
    private long markedAt = System.nanoTime();

    /** What is told while the piece comes. */
    interface Progress {

        /** This much is durable. */
        void came(Mark mark);

        /** @throws ProblemException where nothing more may be written */
        void mayGoOn();
    }

    /** @param length of the whole upload */
    PieceReader(EncryptedBlobs blobs, GrowingBlob upload, long length, Progress progress) {
        this.blobs = blobs;
        this.upload = upload;
        this.length = length;
        this.progress = progress;
        this.marked = upload.size();
    }

    /**
     * @throws ProblemException {@code checksum-mismatch}, {@code too-large} where more comes than was announced,
     *     {@code length-mismatch} and {@code upload-too-slow} where the sender is lost; what came until then is durable
     * @throws IOException where it cannot be stored
     */
    void read(Piece piece) throws IOException {
        byte[] buffer = new byte[BUFFER_BYTES];
        int read = next(piece, buffer);
        while (read >= 0) {
            take(piece, buffer, read);
            read = next(piece, buffer);
        }
        piece.checksum().ifPresent(PieceChecksum::requireMatch);
        if (upload.size() < length) {
            mark();
        }
    }

    private void take(Piece piece, byte[] buffer, int read) throws IOException {
        progress.mayGoOn();
        if (upload.size() + read > length) {
            throw new ProblemException(Problem.TOO_LARGE, Map.of("limit", length));
        }
        upload.write(buffer, read);
        piece.checksum().ifPresent(checksum -> checksum.update(buffer, read));
        boolean due = upload.size() - marked >= MARK_BYTES || System.nanoTime() - markedAt >= MARK_NANOS;
        if (due && piece.checksum().isEmpty() && upload.size() < length) {
            blobs.requireRoom(0);
            mark();
        }
    }

    private int next(Piece piece, byte[] buffer) throws IOException {
        try {
            return piece.body().read(buffer);
        } catch (IOException lost) {
            if (piece.checksum().isEmpty() && upload.size() > marked && upload.size() < length) {
                mark();
            }
            throw new ProblemException(
                    lost instanceof SenderTooSlow ? Problem.UPLOAD_TOO_SLOW : Problem.LENGTH_MISMATCH);
        }
    }

    private void mark() throws IOException {
        progress.mayGoOn();
        progress.came(upload.mark());
        marked = upload.size();
        markedAt = System.nanoTime();
    }
}
