package org.sluis.inspection.parsing;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Something about a file that may come in which its sender and readers should know: it refers to what did not come with it.
 *
 * @param member path inside the file; none where the file itself is meant
 * @param subject what exactly, mostly an address
 */
public record ContentNotice(Kind kind, Optional<String> member, Optional<String> subject) {

    /** The most that are told of one file. */
    public static final int MOST = 20;

    /** What should be known. A slug is stable; its text is the message {@code content-notice.<slug>}. */
    public enum Kind {
        /** A template on the sender's own machine. */
        ATTACHED_TEMPLATE("attached-template"),
        /** A workbook on the sender's own machine from which values came. */
        LINKED_WORKBOOK("linked-workbook"),
        /** A picture that is inside and also named by a place where it came from. */
        LINKED_PICTURE("linked-picture"),
        /** Another file on the sender's own machine. */
        LINKED_FILE("linked-file"),
        /** Two administrators have lifted the rule that is named; the rules saw nothing more of the member. */
        RULE_LIFTED("rule-lifted");

        private final String slug;

        Kind(String slug) {
            this.slug = slug;
        }

        /** Its stable name. */
        public String slug() {
            return slug;
        }

        /** The one of this slug, where there is one. */
        public static Optional<Kind> named(String slug) {
            return Stream.of(values()).filter(kind -> kind.slug.equals(slug)).findFirst();
        }
    }

    public ContentNotice {
        member = member.map(HostileText::shown);
        subject = subject.map(HostileText::shown);
    }

    void write(DataOutput out) throws IOException {
        out.writeUTF(kind.slug());
        HostileText.write(out, member);
        HostileText.write(out, subject);
    }

    /** @throws IOException where the child says something else than a notice */
    public static ContentNotice read(DataInput in) throws IOException {
        Kind kind = Kind.named(in.readUTF()).orElseThrow(() -> new IOException("no such notice"));
        return new ContentNotice(kind, HostileText.read(in), HostileText.read(in));
    }
}
