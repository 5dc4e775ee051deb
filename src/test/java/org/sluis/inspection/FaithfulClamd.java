package org.sluis.inspection;

import java.nio.charset.StandardCharsets;

/** Plays what a sound clamd says: to sessions, to {@code VERSION}, and to streams with and without the test file. */
final class FaithfulClamd implements ScriptedClamd.Script {

    static final String VERSION = "ClamAV 1.4.6/27450/Mon Nov 23 09:12:33 2026";

    private final boolean convicts;
    private final long most;
    private final String version;

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
    public void play(ScriptedClamd.Call call) throws Exception {
        switch (call.command()) {
            case "zIDSESSION" -> session(call);
            case "zVERSION" -> call.say(version + "\0");
            default -> stream(call);
        }
    }

    private static void session(ScriptedClamd.Call call) throws Exception {
        for (int asked = 1; call.command().equals("zPING"); asked++) {
            call.say(asked + ": PONG\0");
        }
    }

    private void stream(ScriptedClamd.Call call) throws Exception {
        long quota = most;
        boolean eicar = false;
        for (int length = call.length(); length != 0; length = call.length()) {
            if (length > quota) {
                call.say("INSTREAM size limit exceeded. ERROR\0");
                return;
            }
            quota -= length;
            eicar |= new String(call.bytes(length), StandardCharsets.US_ASCII).contains("EICAR");
        }
        call.say(eicar && convicts ? "stream: Eicar FOUND\0" : "stream: OK\0");
    }
}
