package org.sluis.inspection.parsing;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Optional;

/**
 * Something that is in a document and not in the copy of it that the portal made.
 *
 * @param rule by which the gate refuses it
 * @param member path inside the file; none where the file itself is meant
 * @param subject what exactly: an address, a name
 * @param count how many times
 */
public record Removal(Rule rule, Optional<String> member, Optional<String> subject, int count) {

    /** The most that are told of one copy; what is more is counted without a place. */
    public static final int MOST = 60;

    public Removal {
        member = member.map(HostileText::shown);
        subject = subject.map(HostileText::shown);
    }

    void write(DataOutput out) throws IOException {
        out.writeUTF(rule.slug());
        HostileText.write(out, member);
        HostileText.write(out, subject);
        out.writeInt(count);
    }

    /** @throws IOException where the child says something else than a removal */
    public static Removal read(DataInput in) throws IOException {
        Rule rule = Rule.named(in.readUTF()).orElseThrow(() -> new IOException("no such rule"));
        Removal removal = new Removal(rule, HostileText.read(in), HostileText.read(in), in.readInt());
        if (removal.count < 1) {
            throw new IOException("nothing was removed");
        }
        return removal;
    }
}
