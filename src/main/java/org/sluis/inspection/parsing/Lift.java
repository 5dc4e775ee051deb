package org.sluis.inspection.parsing;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Optional;

/**
 * A rule that two administrators hold for wrong at one place of one file, so that the gate overlooks it there. In PDF documents
 * and in the XML of office documents the other rules still stand; of any other member they see nothing more. Scanners have it
 * all the same.
 *
 * @param member path inside the file; none where the file itself is meant
 */
public record Lift(Rule rule, Optional<String> member) {

    /** The most that one file can have. */
    public static final int MOST = 20;

    /** What lifts exactly this objection. */
    public static Lift of(Objection objection) {
        return new Lift(objection.rule(), objection.member());
    }

    /** As it crosses the pipe from the portal to the child. */
    public void write(DataOutput out) throws IOException {
        out.writeUTF(rule.slug());
        HostileText.write(out, member);
    }

    static Lift read(DataInput in) throws IOException {
        Rule rule = Rule.named(in.readUTF()).orElseThrow(() -> new IOException("no such rule"));
        return new Lift(rule, HostileText.read(in));
    }
}
