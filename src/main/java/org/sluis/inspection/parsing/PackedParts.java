package org.sluis.inspection.parsing;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;

/** The parts of an office document that has passed the gate, by their keys ({@link PartNames}), to be read for what they say. */
final class PackedParts {

    private final Bytes file;
    private final Meter meter;
    private final Map<String, ZipMember> members = new HashMap<>();

    PackedParts(Bytes file, Budget budget) throws IOException {
        this.file = file;
        this.meter = new Meter(budget, file.size());
        for (ZipMember member : ZipDirectory.read(file, meter)) {
            members.putIfAbsent(PartNames.key(member.name()), member);
        }
    }

    boolean has(String key) {
        return members.containsKey(key);
    }

    /** Reads a part that is there; one that is not says nothing. */
    void read(String key, XmlRule reading) throws IOException {
        ZipMember member = members.get(key);
        if (member == null) {
            return;
        }
        meter.expanded(member.size());
        try (InputStream content = new ExpandedMember(file, member)) {
            SafeXml.read(content, reading);
        }
    }
}
