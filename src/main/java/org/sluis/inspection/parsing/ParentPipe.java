package org.sluis.inspection.parsing;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The child's end of the pipe. When it breaks the portal is gone, and there is nothing left to do. */
final class ParentPipe {

    private final DataInputStream in;
    private final DataOutputStream out;
    private long token;
    private int members;

    ParentPipe(InputStream in, OutputStream out) {
        this.in = new DataInputStream(in);
        this.out = new DataOutputStream(out);
    }

    /** The next file to look at; none when the portal has closed the pipe. */
    record Order(Task task, long size, String fileName, Set<String> types, Set<Lift> lifts, Optional<Glance> glance) {}

    Optional<Order> next() {
        try {
            out.writeByte(Signal.READY.code());
            out.flush();
            token = in.readLong();
            members = 0;
            Task task = Task.of(in.readUnsignedByte()).orElseThrow(() -> new IOException("no such task"));
            long size = in.readLong();
            String fileName = in.readUTF();
            Set<String> types = new LinkedHashSet<>();
            for (int count = in.readUnsignedByte(); count > 0; count--) {
                types.add(MediaTypes.KNOWN.get(in.readUnsignedByte()));
            }
            Set<Lift> lifts = new LinkedHashSet<>();
            for (int count = in.readUnsignedByte(); count > 0; count--) {
                lifts.add(Lift.read(in));
            }
            Optional<Glance> glance = task == Task.SHOW ? Optional.of(Glance.read(in)) : Optional.empty();
            return Optional.of(new Order(task, size, fileName, types, lifts, glance));
        } catch (EOFException closed) {
            return Optional.empty();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Nobody listens: for what is examined before the portal hears of it. */
    static ParentPipe silent() {
        return new ParentPipe(InputStream.nullInputStream(), OutputStream.nullOutputStream());
    }

    /** @param length within {@link Signal#MAX_BYTES} and the file */
    byte[] read(long position, int length) {
        try {
            out.writeByte(Signal.READ.code());
            out.writeLong(position);
            out.writeInt(length);
            out.flush();
            byte[] bytes = new byte[length];
            in.readFully(bytes);
            return bytes;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** @return its number, from 1 */
    int beginMember(long size) {
        say(() -> {
            out.writeByte(Signal.MEMBER.code());
            out.writeLong(size);
        });
        return ++members;
    }

    void memberBytes(byte[] bytes, int offset, int length) {
        say(() -> {
            out.writeByte(Signal.DATA.code());
            out.writeInt(length);
            out.write(bytes, offset, length);
        });
    }

    void endMember() {
        say(() -> out.writeByte(Signal.END.code()));
    }

    /** Between members only. */
    void deciphered(int member) {
        say(() -> {
            out.writeByte(Signal.DECIPHERED.code());
            out.writeInt(member);
        });
    }

    void passed(String type, Collection<ContentNotice> notices) {
        say(() -> {
            out.writeByte(Signal.PASSED.code());
            out.writeByte(MediaTypes.KNOWN.indexOf(type));
            out.writeByte(notices.size());
            for (ContentNotice notice : notices) {
                notice.write(out);
            }
            out.writeLong(token);
        });
    }

    void cleaned(Removals removals, Bytes copy) throws IOException {
        List<Removal> told = removals.told();
        say(() -> {
            out.writeByte(Signal.CLEANED.code());
            out.writeByte(told.size());
            for (Removal removal : told) {
                removal.write(out);
            }
            out.writeBoolean(removals.loseSignatures());
            out.writeLong(copy.size());
        });
        made(copy);
    }

    /** @param more whether the file has more than {@code bytes} show */
    void shown(int pages, boolean more, byte[] bytes) throws IOException {
        say(() -> {
            out.writeByte(Signal.SHOWN.code());
            out.writeInt(pages);
            out.writeBoolean(more);
            out.writeLong(bytes.length);
        });
        made(new ArrayBytes(bytes));
    }

    private void made(Bytes made) throws IOException {
        try (InputStream bytes = made.stream()) {
            byte[] piece = new byte[Bytes.STREAM_BUFFER];
            for (int read = bytes.read(piece); read >= 0; read = bytes.read(piece)) {
                memberBytes(piece, 0, read);
            }
        }
        say(() -> {
            out.writeByte(Signal.END.code());
            out.writeLong(token);
        });
    }

    void refused(String type, Objection objection) {
        int index = MediaTypes.KNOWN.indexOf(type);
        say(() -> {
            out.writeByte(Signal.REFUSED.code());
            out.writeByte(index < 0 ? Signal.NO_TYPE : index);
            objection.write(out);
            out.writeLong(token);
        });
    }

    private interface Message {
        void write() throws IOException;
    }

    private static void say(Message message) {
        try {
            message.write();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
