package org.sluis.inspection.clamd;

import java.nio.charset.StandardCharsets;

/**
 * Plays what a sound clamd says: to sessions, to {@code VERSION}, and to streams with and without the test file. As clamd
 * does, it has heard the beginning of every earlier call, and refused what is announced as too long, before it gives a
 * verdict.
 */
final class FaithfulClamd implements ScriptedClamd.Script {

    static final String VERSION = "ClamAV 1.4.6/27450/Mon Nov 23 09:12:33 2026";

    private static final String TOO_LONG = "INSTREAM size limit exceeded. ERROR\0";

    private final boolean convicts;
    private final long most;
    private final String version;
    private int unheard;

    FaithfulClamd() {
        this(true, Long.MAX_VALUE, VERSION);
    }

    private FaithfulClamd(boolean convicts, long most, String version) {
        this.convicts = convicts;
        this.most = most;
        this.version = version;
    }

    /** One that finds nothing, as with an empty database. */
    static FaithfulClamd acquitting() {
        return new FaithfulClamd(false, Long.MAX_VALUE, VERSION);
    }

    FaithfulClamd takingAtMost(long bytes) {
        return new FaithfulClamd(convicts, bytes, version);
    }

    /** @param words what it says of itself and its signatures */
    FaithfulClamd calling(String words) {
        return new FaithfulClamd(convicts, most, words);
    }

    @Override
    public synchronized void arrived() {
        unheard++;
    }

    private synchronized void heard() {
        unheard--;
        notifyAll();
    }

    private synchronized void allHeard() throws InterruptedException {
        while (unheard > 0) {
            wait();
        }
    }

    @Override
    public void play(ScriptedClamd.Call call) throws Exception {
        String command;
        int announced;
        try {
            command = call.command();
            announced = command.equals("zINSTREAM") ? call.length() : 0;
            if (announced > most) {
                call.say(TOO_LONG);
                return;
            }
        } finally {
            heard();
        }
        switch (command) {
            case "zIDSESSION" -> session(call);
            case "zVERSION" -> call.say(version + "\0");
            default -> call.say(verdict(call, announced));
        }
    }

    private void session(ScriptedClamd.Call call) throws Exception {
        String command = call.command();
        for (int number = 1; !command.equals("zEND"); number++) {
            call.say(number + ": " + (command.equals("zPING") ? "PONG\0" : verdict(call, call.length())));
            command = call.command();
        }
    }

    /** Its words on a stream of which the first length was read. */
    private String verdict(ScriptedClamd.Call call, int announced) throws Exception {
        long quota = most;
        boolean eicar = false;
        for (int length = announced; length != 0; length = call.length()) {
            if (length > quota) {
                return TOO_LONG;
            }
            quota -= length;
            eicar |= new String(call.bytes(length), StandardCharsets.US_ASCII).contains("EICAR");
        }
        allHeard();
        return eicar && convicts ? "stream: Eicar FOUND\0" : "stream: OK\0";
    }
}
