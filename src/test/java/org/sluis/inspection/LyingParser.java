package org.sluis.inspection;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import org.sluis.inspection.parsing.MediaTypes;
import org.sluis.inspection.parsing.Removal;
import org.sluis.inspection.parsing.Signal;

/**
 * The program of a child process that hostile bytes have taken over: it knows the language of the pipe and says whatever
 * would let its file in. Each lie is one run.
 */
final class LyingParser {

    private static final int TEXT = MediaTypes.KNOWN.indexOf("text/plain");

    private final DataInputStream in = new DataInputStream(System.in);
    private final DataOutputStream out = new DataOutputStream(System.out);

    /** @param arguments the lie */
    public static void main(String[] arguments) throws IOException {
        LyingParser liar = new LyingParser();
        liar.out.writeByte(Signal.READY.code());
        liar.out.flush();
        liar.tell(Lie.valueOf(arguments[0]));
        liar.out.flush();
        liar.in.readAllBytes();
    }

    enum Lie {
        /** Says that the file may come in before it was asked, guessing the token. */
        EARLY,
        /** Says so as soon as it is asked, without a look at the file. */
        UNSEEN,
        /** Repeats another token than that of this file: the verdict is on other bytes. */
        ON_OTHER_BYTES,
        GARBAGE,
        /** Names a type that may not come in, or is none. */
        FOREIGN_TYPE,
        NO_TYPE,
        /** Announces a member and then says that the file may come in. */
        UNFINISHED_MEMBER,
        /** Sends less of a member than it announced, or more. */
        SHORT_MEMBER,
        LONG_MEMBER,
        /** More than the budget allows. */
        HUGE_MEMBER,
        TOO_MANY_MEMBERS,
        /** Asks for bytes that the file does not have. */
        BEYOND_THE_FILE,
        /** Goes on talking after its verdict: that would be the answer on the next file. */
        TWICE,
        /** A copy of nothing it has read, of a file before this one, of another size than announced, of any size. */
        UNSEEN_COPY,
        COPY_OF_OTHER_BYTES,
        SHORT_COPY,
        LONG_COPY,
        HUGE_COPY,
        /** Tells more of what it left out than anybody could read. */
        TALKATIVE_COPY,
        NOTHING
    }

    static ProcessBuilder telling(Lie lie) {
        return new ProcessBuilder(List.of(
                System.getProperty("java.home") + "/bin/java",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                LyingParser.class.getName(),
                lie.name()));
    }

    private void tell(Lie lie) throws IOException {
        if (lie == Lie.EARLY) {
            pass(TEXT, 0);
            return;
        }
        long token = in.readLong();
        if (lie != Lie.UNSEEN && lie != Lie.UNSEEN_COPY) {
            look();
        }
        switch (lie) {
            case UNSEEN -> pass(TEXT, token);
            case ON_OTHER_BYTES -> pass(TEXT, token + 1);
            case GARBAGE -> out.writeBytes("stream: OK");
            case FOREIGN_TYPE -> pass(MediaTypes.KNOWN.indexOf("application/pdf"), token);
            case NO_TYPE -> pass(Signal.NO_TYPE, token);
            case UNFINISHED_MEMBER -> {
                member(10);
                pass(TEXT, token);
            }
            case SHORT_MEMBER -> {
                member(10);
                data(5);
                out.writeByte(Signal.END.code());
                pass(TEXT, token);
            }
            case LONG_MEMBER -> {
                member(10);
                data(11);
                out.writeByte(Signal.END.code());
                pass(TEXT, token);
            }
            case HUGE_MEMBER -> {
                wholeMember(5_000);
                pass(TEXT, token);
            }
            case TOO_MANY_MEMBERS -> {
                for (int number = 0; number < 11; number++) {
                    wholeMember(1);
                }
                pass(TEXT, token);
            }
            case BEYOND_THE_FILE -> {
                ask(1_000_000, 10);
                pass(TEXT, token);
            }
            case TWICE -> {
                pass(TEXT, token);
                pass(TEXT, token);
            }
            case UNSEEN_COPY -> copy(0, 10, 10, token);
            case COPY_OF_OTHER_BYTES -> copy(0, 10, 10, token + 1);
            case SHORT_COPY -> copy(0, 10, 5, token);
            case LONG_COPY -> copy(0, 10, 11, token);
            case HUGE_COPY -> copy(0, 5_000, 5_000, token);
            case TALKATIVE_COPY -> copy(Removal.MOST + 1, 10, 10, token);
            case EARLY, NOTHING -> out.flush();
        }
    }

    /** As an honest child begins: a look at the first byte. */
    private void look() throws IOException {
        in.readByte();
        in.readLong();
        in.readUTF();
        in.skipNBytes(in.readUnsignedByte());
        ask(0, 1);
        in.readByte();
    }

    private void ask(long position, int length) throws IOException {
        out.writeByte(Signal.READ.code());
        out.writeLong(position);
        out.writeInt(length);
        out.flush();
    }

    private void wholeMember(int size) throws IOException {
        member(size);
        data(size);
        out.writeByte(Signal.END.code());
    }

    private void member(long size) throws IOException {
        out.writeByte(Signal.MEMBER.code());
        out.writeLong(size);
    }

    private void data(int length) throws IOException {
        out.writeByte(Signal.DATA.code());
        out.writeInt(length);
        out.write(new byte[length]);
    }

    private void copy(int removals, long announced, int sent, long token) throws IOException {
        out.writeByte(Signal.CLEANED.code());
        out.writeByte(removals);
        for (int told = 0; told < removals; told++) {
            out.writeUTF("dde");
            out.writeBoolean(false);
            out.writeBoolean(false);
            out.writeInt(1);
        }
        out.writeBoolean(false);
        out.writeLong(announced);
        data(sent);
        out.writeByte(Signal.END.code());
        out.writeLong(token);
        out.writeByte(Signal.READY.code());
    }

    private void pass(int type, long token) throws IOException {
        out.writeByte(Signal.PASSED.code());
        out.writeByte(type);
        out.writeByte(0);
        out.writeLong(token);
        out.writeByte(Signal.READY.code());
    }
}
