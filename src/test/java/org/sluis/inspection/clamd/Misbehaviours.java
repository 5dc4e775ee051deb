package org.sluis.inspection.clamd;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Every way in which a scanner can go wrong that we know of, and that comes to an end. */
final class Misbehaviours {

    private static final long SMALL = 100;
    private static final long LARGE = 20_000_000;
    private static final String OK = "stream: OK\0";

    /** Replies to one content that are neither an acquittal nor a conviction. */
    private static final List<String> REPLIES = List.of(
            "",
            "\0",
            "OK\0",
            "stream: OK",
            "stream: OK\n",
            "stream: OK\n\0",
            "stream: OK\0\n",
            "stream: OK\0\0",
            "stream: OK \0",
            " stream: OK\0",
            "stream:OK\0",
            "stream:  OK\0",
            "stream: ok\0",
            "Stream: OK\0",
            "stream: OKAY\0",
            "stream: NOT OK\0",
            "1: stream: OK\0",
            "stdin: OK\0",
            "/tmp/clamav-1/stream: OK\0",
            "stream: OK\0stream: OK\0",
            "stream: OK\0stream: Eicar FOUND\0",
            "stream: Eicar FOUND\0stream: OK\0",
            "stream: OK\r\0",
            "\u0000stream: OK\0",
            "stream: FOUND\0",
            "stream:  FOUND\0",
            "stream: two words FOUND\0",
            "stream: Eicar FOUND",
            "stream: bell\u0007 FOUND\0",
            "stdin: Eicar FOUND\0",
            "INSTREAM size limit exceeded. ERROR\0",
            "INSTREAM: Can't write to temporary file. ERROR\0",
            "COMMAND READ TIMED OUT\0",
            "stream: Can't allocate memory ERROR\0",
            "UNKNOWN COMMAND\0",
            "PONG\0",
            "<html>502 Bad Gateway: stream: OK</html>\0");

    /** The same where the content is the only one of a session. */
    private static final List<String> REPLIES_IN_SESSION = List.of(
            "",
            "\0",
            "stream: OK\0",
            "OK\0",
            "0: stream: OK\0",
            "2: stream: OK\0",
            "01: stream: OK\0",
            "+1: stream: OK\0",
            " 1: stream: OK\0",
            "1 : stream: OK\0",
            "1: stream: OK",
            "1: stream: OK\n\0",
            "1: stream: OK \0",
            "1:stream: OK\0",
            "1: 1: stream: OK\0",
            "1: stdin: OK\0",
            "1: stream: ok\0",
            "1: PONG\0",
            "1: stream: FOUND\0",
            "1: INSTREAM size limit exceeded. ERROR\0",
            "1: stream: OK\0001: stream: OK\0",
            "1: stream: OK\0002: stream: OK\0",
            "1: stream: OK\0001: stream: Eicar FOUND\0",
            "1: stream: OK\0garbage",
            "\0001: stream: OK\0",
            "2: Command invalid inside IDSESSION. ERROR\0",
            "COMMAND READ TIMED OUT\0");

    private static final List<Misbehaviour> OTHERS = List.of(
            new Misbehaviour("says `stream:` and no more", SMALL, call -> {
                call.takeAll();
                call.say("stream:");
                call.takeUntilHungUp();
            }),
            new Misbehaviour("says `stream: OK` 200 times without an end", SMALL, call -> {
                call.takeAll();
                call.say("stream: OK ".repeat(200));
                call.takeUntilHungUp();
            }),
            new Misbehaviour("says `stream: AA…` without an end", SMALL, call -> {
                call.takeAll();
                call.say("stream: " + "A".repeat(5_000) + " FOUND\0");
            }),
            acquittingEarly(5_100, "resets the line", ScriptedClamd.Call::drop),
            acquittingEarly(5_100, "waits", ScriptedClamd.Call::takeUntilHungUp),
            acquittingEarly(LARGE, "resets the line", ScriptedClamd.Call::drop),
            acquittingEarly(LARGE, "waits", ScriptedClamd.Call::takeUntilHungUp),
            acquittingEarly(LARGE, "hangs up in order", call -> {}),
            new Misbehaviour("resets the line at once", LARGE, ScriptedClamd.Call::drop),
            new Misbehaviour("resets the line in the middle", LARGE, call -> {
                call.take(1_000_000);
                call.drop();
            }),
            new Misbehaviour("takes everything and resets the line", SMALL, call -> {
                call.takeAll();
                call.drop();
            }),
            new Misbehaviour("takes everything and is silent", SMALL, call -> {
                call.takeAll();
                call.takeUntilHungUp();
            }),
            new Misbehaviour("says in the middle that its limit is exceeded", LARGE, call -> {
                call.take(100_000);
                call.say("INSTREAM size limit exceeded. ERROR\0");
            }));

    private Misbehaviours() {}

    /** While one content is scanned. */
    static Stream<Misbehaviour> ofOneScan() {
        return Stream.concat(REPLIES.stream().map(Misbehaviour::saying), OTHERS.stream());
    }

    static Stream<String> repliesInSession() {
        return REPLIES_IN_SESSION.stream();
    }

    private static Misbehaviour acquittingEarly(long size, String then, ScriptedClamd.Script end) {
        String name = String.format(
                Locale.ROOT, "says %s after 5,000 of %,d bytes and %s", Misbehaviour.code(OK), size, then);
        return new Misbehaviour(name, size, call -> {
            call.take(5_000);
            call.say(OK);
            end.play(call);
        });
    }
}
