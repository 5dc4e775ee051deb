package org.sluis.inspection.parsing;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;

/** Names in an Office Open XML package (ISO/IEC 29500-2): where a part's relationships are kept, and what a target means. */
final class RelationshipPart {

    private static final String FOLDER = "_rels/";
    private static final String EXTENSION = ".rels";

    private RelationshipPart() {}

    static boolean isOne(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(EXTENSION) && (lower.startsWith(FOLDER) || lower.contains("/" + FOLDER));
    }

    /** The part whose relationships these are; nothing for the package's own. */
    static String source(String relationships) {
        int folder = relationships.toLowerCase(Locale.ROOT).lastIndexOf(FOLDER);
        return relationships.substring(0, folder)
                + relationships.substring(folder + FOLDER.length(), relationships.length() - EXTENSION.length());
    }

    /** The name of the part a target leads to, seen from a source. */
    static String target(String source, String target) {
        String place = target.replace('\\', '/');
        String path = place.startsWith("/") ? place : source.substring(0, source.lastIndexOf('/') + 1) + place;
        Deque<String> steps = new ArrayDeque<>();
        for (String step : path.split("/", -1)) {
            if (step.equals("..")) {
                steps.pollLast();
            } else if (!step.isEmpty() && !step.equals(".")) {
                steps.addLast(step);
            }
        }
        return String.join("/", steps);
    }
}
