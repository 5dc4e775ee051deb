package org.sluis.inspection.parsing;

import java.io.IOException;
import java.io.InputStream;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The files in an office document while it is copied: those that stay, and those that are left out with the reason. */
final class PackageParts {

    private final Bytes archive;
    private final List<ZipMember> members;
    private final Map<String, Removals> leftOut = new LinkedHashMap<>();

    PackageParts(Bytes archive, List<ZipMember> members) {
        this.archive = archive;
        this.members = members;
    }

    /** In the order of their bytes, without folders and without what is left out. */
    List<ZipMember> staying() {
        return members.stream()
                .filter(member -> !member.isDirectory() && !leftOut.containsKey(member.name()))
                .toList();
    }

    InputStream open(ZipMember member) throws IOException {
        return new ExpandedMember(archive, member);
    }

    Set<String> leftOut() {
        return leftOut.keySet();
    }

    boolean isLeftOut(String name) {
        return leftOut.keySet().stream().anyMatch(gone -> gone.equalsIgnoreCase(name));
    }

    /** @param why what is counted as removed with it */
    void leaveOut(String name, Removals why) {
        leftOut.putIfAbsent(name, why);
    }

    /** Counts all that is left out. */
    void tell(Removals removals) {
        leftOut.values().forEach(removals::addAll);
    }

    /** The staying file that a path in an objection leads to or into. */
    Optional<String> named(String path) {
        return staying().stream()
                .map(ZipMember::name)
                .filter(name -> path.equals(HostileText.shown(name)) || path.startsWith(HostileText.shown(name) + "/"))
                .max(Comparator.comparingInt(String::length));
    }
}
