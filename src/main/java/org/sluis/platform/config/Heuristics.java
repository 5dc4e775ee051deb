package org.sluis.platform.config;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What it means here when ClamAV reports one of its heuristics, which are suppositions and refusals to look, and no known
 * malware. One that is not named counts as malware, and so does everything that is no heuristic.
 *
 * @param meanings by name; a name that ends with {@code .*} stands for all that begin like it
 */
public record Heuristics(Map<String, Meaning> meanings) {

    /** What one can mean. */
    public enum Meaning {
        MALWARE,
        /** Refused as locked with a password. */
        ENCRYPTED,
        /** Refused for macros. */
        MACROS,
        /** Refused because the scanner would not look at all of it. */
        LIMIT,
        /** As locked, except where the portal could decipher all of the file and had that scanned as well. */
        IGNORED_WHEN_DECIPHERED,
        /** Counts as clean. */
        IGNORED;

        /** As it is written in the setting. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        private static Optional<Meaning> of(String word) {
            return Stream.of(values())
                    .filter(meaning -> meaning.word().equals(word))
                    .findFirst();
        }
    }

    /** All that ClamAV 1.4 can report. */
    private static final String SHIPPED = """
            Heuristics.Encrypted.*=encrypted,
            Heuristics.Encrypted.PDF=ignored-when-deciphered,
            Heuristics.OLE2.ContainsMacros.*=macros,
            Heuristics.Limits.Exceeded.*=limit,
            Heuristics.XZ.DicSizeLimit=limit,
            Heuristics.APMPartitionIntersection=malware,
            Heuristics.BoundsCheck=malware,
            Heuristics.Broken.*=malware,
            Heuristics.Exploit.*=malware,
            Heuristics.GPTPartitionIntersection=malware,
            Heuristics.MBRPartitionnIntersect=malware,
            Heuristics.PDF.ObfuscatedNameObject=malware,
            Heuristics.Phishing.*=malware,
            Heuristics.Safebrowsing.*=malware,
            Heuristics.Structured.*=malware,
            Heuristics.Trojan.*=malware,
            Heuristics.W32.*=malware,
            Heuristics.Worm.*=malware,
            Heuristics.Zip.OverlappingFiles=malware""";

    private static final Pattern ENTRY = Pattern.compile("(Heuristics(?:\\.[A-Za-z0-9_-]+)+(?:\\.\\*)?)=([a-z-]+)");

    private static final Heuristics AS_SHIPPED = new Heuristics(entries(SHIPPED));

    public Heuristics {
        meanings = Map.copyOf(meanings);
    }

    /** As the program comes. */
    public static Heuristics shipped() {
        return AS_SHIPPED;
    }

    /**
     * @param setting {@code name=meaning}, separated by commas
     * @return these, and of the shipped ones those that have other names
     * @throws IllegalArgumentException with the entry that is senseless
     */
    static Heuristics with(String setting) {
        Map<String, Meaning> all = new HashMap<>(AS_SHIPPED.meanings());
        all.putAll(entries(setting));
        return new Heuristics(all);
    }

    private static Map<String, Meaning> entries(String list) {
        Map<String, Meaning> found = new HashMap<>();
        for (String entry : list.strip().split("\\s*,\\s*", -1)) {
            Matcher parts = ENTRY.matcher(entry);
            if (!parts.matches()) {
                throw senseless(entry);
            }
            found.put(parts.group(1), Meaning.of(parts.group(2)).orElseThrow(() -> senseless(entry)));
        }
        return found;
    }

    private static IllegalArgumentException senseless(String entry) {
        return new IllegalArgumentException("\"" + entry + "\"");
    }

    /** The meaning of the longest name that fits. */
    public Meaning of(String signature) {
        Optional<Meaning> exact = Optional.ofNullable(meanings.get(signature));
        String beginning = signature;
        while (exact.isEmpty() && beginning.contains(".")) {
            beginning = beginning.substring(0, beginning.lastIndexOf('.'));
            exact = Optional.ofNullable(meanings.get(beginning + ".*"));
        }
        return exact.orElse(Meaning.MALWARE);
    }
}
