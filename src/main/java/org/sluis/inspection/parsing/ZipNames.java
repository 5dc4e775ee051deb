package org.sluis.inspection.parsing;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The names in an archive: each unpacks to a place of its own below the folder it is unpacked in, on every system. */
final class ZipNames {

    private ZipNames() {}

    /** @throws Refusal where two names meet or one leads outside */
    static void check(List<ZipMember> members) {
        Set<String> places = new HashSet<>();
        for (ZipMember member : members) {
            Set<String> own = new HashSet<>();
            own.add(place(member.name()));
            member.aliases().forEach(alias -> own.add(place(alias)));
            for (String place : own) {
                if (leadsOutside(place) || !places.add(place)) {
                    throw new Refusal(Rule.MEMBER_NAMES);
                }
            }
        }
    }

    private static String place(String name) {
        String composed = Normalizer.normalize(name.replace('\\', '/'), Normalizer.Form.NFC);
        return composed.toLowerCase(Locale.ROOT).replaceFirst("/+$", "");
    }

    private static boolean leadsOutside(String place) {
        return place.isEmpty()
                || place.startsWith("/")
                || place.matches("(?s)[a-z]:.*")
                || place.chars().anyMatch(Character::isISOControl)
                || List.of(place.split("/", -1)).contains("..");
    }
}
