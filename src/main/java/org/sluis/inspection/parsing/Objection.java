package org.sluis.inspection.parsing;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * Why a file may not come in, with the facts: which rule, in which member, what was found there and what could have been.
 * All texts come from hostile bytes: they are bounded and hold no control characters, and are shown as text only.
 *
 * @param member path inside the file; none where the file itself is meant
 * @param detected media type of what is refused, where the rule is about types
 * @param evidence how that is known
 * @param expected media types that could have been there
 * @param page of a document with pages, from 1
 * @param part where in the member: a sheet and cell, a slide
 * @param subject what exactly: an address, the name of a field, a file inside
 */
public record Objection(
        Rule rule,
        Optional<String> member,
        Optional<String> detected,
        Optional<Evidence> evidence,
        List<String> expected,
        OptionalInt page,
        Optional<String> part,
        Optional<String> subject) {

    private static final int MAX_EXPECTED = 100;

    /** How a type is known. */
    public enum Evidence {
        /** By marks that files of the format carry. */
        SIGNATURE,
        /** By reading it whole. */
        STRUCTURE,
        /** By the word of the container it lies in. */
        DECLARATION,
        NAME;

        /** The one of this name, where there is one. */
        public static Optional<Evidence> named(String name) {
            return Stream.of(values()).filter(how -> how.name().equals(name)).findFirst();
        }
    }

    public Objection {
        member = member.map(HostileText::shown);
        detected = detected.map(HostileText::shown);
        expected = expected.stream().limit(MAX_EXPECTED).map(HostileText::shown).toList();
        part = part.map(HostileText::shown);
        subject = subject.map(HostileText::shown);
    }

    /** Without further facts. */
    public static Objection of(Rule rule) {
        return new Objection(
                rule,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                OptionalInt.empty(),
                Optional.empty(),
                Optional.empty());
    }

    Objection within(String container) {
        String path = member.map(inner -> container + "/" + inner).orElse(container);
        return new Objection(rule, Optional.of(path), detected, evidence, expected, page, part, subject);
    }

    Objection detected(String type, Evidence how) {
        return new Objection(rule, member, Optional.of(type), Optional.of(how), expected, page, part, subject);
    }

    Objection expecting(Iterable<String> types) {
        List<String> sorted = new ArrayList<>();
        types.forEach(sorted::add);
        sorted.sort(null);
        return new Objection(rule, member, detected, evidence, sorted, page, part, subject);
    }

    Objection onPage(int number) {
        return new Objection(rule, member, detected, evidence, expected, OptionalInt.of(number), part, subject);
    }

    Objection inPart(String where) {
        return new Objection(rule, member, detected, evidence, expected, page, Optional.of(where), subject);
    }

    Objection naming(String what) {
        return new Objection(rule, member, detected, evidence, expected, page, part, Optional.of(what));
    }

    /** As it crosses the pipe from the child to the portal. */
    void write(DataOutput out) throws IOException {
        out.writeUTF(rule.slug());
        HostileText.write(out, member);
        HostileText.write(out, detected);
        HostileText.write(out, evidence.map(Evidence::name));
        out.writeByte(expected.size());
        for (String type : expected) {
            out.writeUTF(type);
        }
        out.writeInt(page.orElse(0));
        HostileText.write(out, part);
        HostileText.write(out, subject);
    }

    /** @throws IOException where the child says something else than an objection */
    public static Objection read(DataInput in) throws IOException {
        Rule rule = Rule.named(in.readUTF()).orElseThrow(() -> new IOException("no such rule"));
        Optional<String> member = HostileText.read(in);
        Optional<String> detected = HostileText.read(in);
        Optional<Evidence> evidence = HostileText.read(in).flatMap(Evidence::named);
        List<String> expected = new ArrayList<>();
        for (int left = in.readUnsignedByte(); left > 0; left--) {
            expected.add(in.readUTF());
        }
        int page = in.readInt();
        return new Objection(
                rule,
                member,
                detected,
                evidence,
                expected,
                page > 0 ? OptionalInt.of(page) : OptionalInt.empty(),
                HostileText.read(in),
                HostileText.read(in));
    }
}
