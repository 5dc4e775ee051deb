package org.sluis.inspection.clamd;

/**
 * One way in which a scanner goes wrong. Whatever it says meanwhile, the content is not clean.
 *
 * @param name what it does, as decision 3 puts it
 * @param size of the content it is shown, in bytes
 */
record Misbehaviour(String name, long size, ScriptedClamd.Script script) {

    /** Takes all that is sent and then says exactly this. */
    static Misbehaviour saying(String reply) {
        return new Misbehaviour("says " + code(reply), 10, call -> {
            call.takeAll();
            call.say(reply);
        });
    }

    static String code(String words) {
        return "`"
                + words.replace('\0', '␀')
                        .replace("\r", "\\r")
                        .replace("\n", "\\n")
                        .replace("\u0007", "\\a")
                + "`";
    }

    @Override
    public String toString() {
        return name;
    }
}
