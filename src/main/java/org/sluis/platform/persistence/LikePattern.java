package org.sluis.platform.persistence;

/** Patterns for {@code like … escape '\'} in which the searcher's own wildcards are ordinary characters. */
public final class LikePattern {

    private LikePattern() {}

    public static String containing(String words) {
        String literal = words.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
        return "%" + literal + "%";
    }
}
