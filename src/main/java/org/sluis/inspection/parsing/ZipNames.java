package org.sluis.inspection.parsing;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The names in an archive: each unpacks to a place of its own below the folder it is unpacked in, on every system. */
final class ZipNames {

    /** The one name with a control character that is usual: the Finder keeps a folder's icon under it. */
    private static final Pattern FOLDER_ICON = Pattern.compile("((^|/)Icon)\r$");

    /** Some programs begin with the folder itself. */
    private static final String HERE = "./";

    private ZipNames() {}

    /** @throws Refusal where two names meet or one leads outside */
    static void check(List<ZipMember> members) {
        Set<String> places = new HashSet<>();
        for (ZipMember member : members) {
            if (member.name().equals(HERE)) {
                continue;
            }
            Set<String> own = new HashSet<>();
            own.add(place(member.name()));
            member.aliases().forEach(alias -> own.add(place(alias)));
            for (String place : own) {
                if (leadsOutside(place) || isDisguised(place) || !places.add(place)) {
                    throw new Refusal(Rule.MEMBER_NAMES).within(member.name());
                }
            }
        }
    }

    /** Windows drops dots and blanks at the end of a name, so they make no other place. */
    private static String place(String name) {
        String composed = Normalizer.normalize(name.replaceAll("[\\\\/]+", "/"), Normalizer.Form.NFC);
        String visible = FOLDER_ICON.matcher(composed).replaceFirst("$1");
        return Stream.of(
                        visible.toLowerCase(Locale.ROOT).replaceFirst("/+$", "").split("/", -1))
                .filter(step -> !step.equals("."))
                .map(ZipNames::asWindowsKeepsIt)
                .collect(Collectors.joining("/"));
    }

    private static String asWindowsKeepsIt(String step) {
        String kept = FileName.withoutEnd(step);
        return kept.isEmpty() && !step.isEmpty() ? ".." : kept;
    }

    /** Windows shows a folder with such a name as whatever has this identifier, and not what lies in it. */
    private static boolean isDisguised(String place) {
        return Stream.of(place.split("/", -1)).anyMatch(step -> step.endsWith("}") && step.contains(".{"));
    }

    private static boolean leadsOutside(String place) {
        return place.isEmpty()
                || place.startsWith("/")
                || place.matches("(?s)[a-z]:.*")
                || place.chars().anyMatch(Character::isISOControl)
                || List.of(place.split("/", -1)).contains("..");
    }
}
