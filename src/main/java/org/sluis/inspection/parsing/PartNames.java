package org.sluis.inspection.parsing;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names of parts and what points at them (ISO/IEC 29500-2), told apart no better than the least careful program does: case,
 * percent signs, the direction of slashes and steps up and down make no difference.
 */
final class PartNames {

    private static final int MAX_ENCODINGS = 4;
    private static final Pattern ENCODED = Pattern.compile("(?:%[0-9a-fA-F]{2})+");
    private static final Pattern AFTER_THE_PATH = Pattern.compile("(?s)[?#].*");
    private static final Pattern RELATIONSHIPS = Pattern.compile("(?s)((?:.*/)?)_rels/([^/]*)\\.rels");

    private PartNames() {}

    /** The one form of all names that mean the same part; without a slash at its beginning. */
    static String key(String name) {
        String decoded = name;
        for (int time = 0; time < MAX_ENCODINGS; time++) {
            decoded = decoded(decoded);
        }
        Deque<String> steps = new ArrayDeque<>();
        for (String step : decoded.replace('\\', '/').split("/", -1)) {
            if (step.equals("..")) {
                steps.pollLast();
            } else if (!step.isEmpty() && !step.equals(".")) {
                steps.addLast(step);
            }
        }
        return Normalizer.normalize(String.join("/", steps), Normalizer.Form.NFC)
                .toLowerCase(Locale.ROOT);
    }

    private static String decoded(String name) {
        return ENCODED.matcher(name)
                .replaceAll(found -> Matcher.quoteReplacement(
                        new String(HexFormat.of().parseHex(found.group().replace("%", "")), StandardCharsets.UTF_8)));
    }

    /** The parts that a target may mean: beside the part that points, or from the root of the package. */
    static Set<String> targets(String source, String target) {
        String folder = source.substring(0, source.lastIndexOf('/') + 1);
        Set<String> found = new LinkedHashSet<>();
        for (String path : new String[] {target, AFTER_THE_PATH.matcher(target).replaceFirst("")}) {
            boolean absolute = path.startsWith("/") || path.startsWith("\\");
            found.add(key(absolute ? path : folder + path));
            found.add(key(path));
        }
        return found;
    }

    /** Whether a part of this key says what another one points at. */
    static boolean isRelationships(String key) {
        return key.endsWith(".rels");
    }

    /** The key of the part whose relationships these are; nothing for those of the package. */
    static String source(String relationships) {
        Matcher matcher = RELATIONSHIPS.matcher(relationships);
        return matcher.matches() ? matcher.group(1) + matcher.group(2) : relationships;
    }
}
