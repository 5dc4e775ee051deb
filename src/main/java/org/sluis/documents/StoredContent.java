package org.sluis.documents;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import org.sluis.blob.EncryptedBlobs;
import org.sluis.blob.StoreUnavailable;
import org.sluis.documents.ContentRequest.Span;

/**
 * Stored bytes on their way out, piece by piece, each proven before it leaves. The first piece is read at once, so that
 * damage there is known before an answer has begun. A reader that goes away is no damage.
 */
final class StoredContent implements AutoCloseable {

    static final int PIECE_BYTES = 64 * 1024;

    private final Content content;
    private final DamageAlarm alarm;
    private final SeekableByteChannel channel;
    private final byte[] first;
    private long left;

    private StoredContent(Content content, Span span, SeekableByteChannel channel, DamageAlarm alarm)
            throws IOException {
        this.content = content;
        this.alarm = alarm;
        this.channel = channel.position(span.first());
        this.left = span.length();
        this.first = next();
    }

    /**
     * @throws StoreUnavailable where the store cannot give the bytes now
     * @throws IOException where the bytes are gone or are not those that were stored; the alarm is raised
     */
    static StoredContent open(EncryptedBlobs blobs, Content content, Span span, DamageAlarm alarm) throws IOException {
        SeekableByteChannel channel;
        try {
            channel =
                    blobs.open(content.blob().id(), content.blob().wrappedKey().bytes());
        } catch (StoreUnavailable away) {
            throw away;
        } catch (IOException damaged) {
            throw alarm.raised(content, damaged);
        }
        try {
            return new StoredContent(content, span, channel, alarm);
        } catch (IOException notRead) {
            channel.close();
            throw notRead;
        }
    }

    /** Whether damage can still be found once an answer has begun. */
    static boolean canBreakOff(Span span) {
        return span.length() > PIECE_BYTES;
    }

    /** Sends the rest. */
    void writeTo(OutputStream out) throws IOException {
        byte[] piece = first;
        out.write(piece);
        while (left > 0) {
            piece = next();
            out.write(piece);
        }
    }

    private byte[] next() throws IOException {
        byte[] bytes = new byte[(int) Math.min(PIECE_BYTES, left)];
        ByteBuffer piece = ByteBuffer.wrap(bytes);
        try {
            int read = 0;
            while (read >= 0 && piece.hasRemaining()) {
                read = channel.read(piece);
            }
        } catch (StoreUnavailable away) {
            throw away;
        } catch (IOException damaged) {
            throw alarm.raised(content, damaged);
        }
        if (piece.hasRemaining()) {
            throw alarm.raised(content, new IOException("stored content ends too early"));
        }
        left -= bytes.length;
        return bytes;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
