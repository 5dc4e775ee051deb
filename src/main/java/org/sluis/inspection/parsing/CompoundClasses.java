package org.sluis.inspection.parsing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.sluis.inspection.parsing.CompoundFile.Entry;

/**
 * The classes that a compound file names: those of its storages, and what {@code \1CompObj} ([MS-OLEDS] 2.3.8) says beside
 * them, a class and the name of a program. Whichever of them a program goes by, it must be harmless.
 *
 * @param ids of storages, as many as there are
 * @param named by the streams that describe an object
 * @param programs by their names
 */
record CompoundClasses(List<String> ids, Set<String> named, Set<String> programs) {

    private static final Set<String> PACKAGES = Set.of(
            ObjectClass.stored("0003000c-0000-0000-c000-000000000046"),
            ObjectClass.stored("f20da720-c02f-11ce-927b-0800095ae340"));
    private static final int CLASS_AT = 12;
    private static final int USER_TYPE_AT = 28;
    private static final int MAX_BYTES = 8192;
    private static final int MAX_NAME_BYTES = 40;

    static CompoundClasses of(CompoundFile file) throws IOException {
        List<String> ids = file.entries().stream().map(Entry::classId).toList();
        Set<String> named = new HashSet<>();
        Set<String> programs = new HashSet<>();
        for (Entry description : file.streams("\1CompObj")) {
            Bytes content = file.content(description);
            if (content.size() >= USER_TYPE_AT) {
                named.add(HexFormat.of().formatHex(content.exactly(CLASS_AT, 16)));
                programs.addAll(names(new ArrayBytes(content.upTo(0, MAX_BYTES))));
            }
        }
        return new CompoundClasses(ids, named, programs);
    }

    /** The texts of the description: what users see, the format of the clipboard, the program. */
    private static List<String> names(Bytes description) throws IOException {
        List<String> names = new ArrayList<>();
        Cursor cursor = new Cursor(description, USER_TYPE_AT);
        while (cursor.left() >= 4) {
            long length = cursor.u32le();
            if (length > 0 && length <= Math.min(cursor.left(), MAX_NAME_BYTES)) {
                names.add(new String(cursor.bytes((int) length), StandardCharsets.ISO_8859_1).replace("\0", ""));
            } else if (length <= cursor.left()) {
                cursor.skip(length);
            }
        }
        return names;
    }

    boolean isPackage() {
        return ids.stream().anyMatch(PACKAGES::contains) || named.stream().anyMatch(PACKAGES::contains);
    }

    /** @throws Refusal where one of them runs; {@code program} is the rule for one that is itself a program */
    void check(Rule program) {
        ids.forEach(id -> check(id, program));
        named.forEach(id -> check(id, program));
        for (String name : programs) {
            ObjectClass.runningByName(name).ifPresent(running -> {
                throw running.refusal();
            });
        }
    }

    private static void check(String id, Rule program) {
        ObjectClass.running(id).ifPresent(running -> {
            throw running.rule() == Rule.ATTACHED_PROGRAM
                    ? new Refusal(program).naming(running.name())
                    : running.refusal();
        });
    }

    long count(String id) {
        return ids.stream().filter(id::equals).count();
    }
}
