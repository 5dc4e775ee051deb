package org.sluis.platform.rest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The value of {@code If-Match} or {@code If-None-Match} (RFC 9110, 13.1): a list of entity tags, or {@code *}. A value
 * that is neither names nothing.
 *
 * @param any whether {@code *} was sent
 * @param tags the tags as written, weak ones with their {@code W/}
 */
public record EntityTags(boolean any, List<String> tags) {

    private static final String WEAK = "W/";
    private static final Pattern ELEMENT =
            Pattern.compile("[ \\t]*(?:((?:W/)?\"[\\x21\\x23-\\x7e\\x80-\\xff]*\")[ \\t]*)?(?:,|$)");

    public EntityTags {
        tags = List.copyOf(tags);
    }

    /** @param header the whole value, several lines joined by commas; none where the header is absent */
    public static Optional<EntityTags> of(@Nullable String header) {
        return Optional.ofNullable(header).map(EntityTags::parsed);
    }

    private static EntityTags parsed(String header) {
        if (header.strip().equals("*")) {
            return new EntityTags(true, List.of());
        }
        List<String> tags = new ArrayList<>();
        Matcher elements = ELEMENT.matcher(header);
        int end = 0;
        while (end < header.length() && elements.find(end) && elements.start() == end) {
            Optional.ofNullable(elements.group(1)).ifPresent(tags::add);
            end = elements.end();
        }
        return new EntityTags(false, end < header.length() ? List.of() : tags);
    }

    /** Whether {@code tag}, a strong one, is named by strong comparison (8.8.3.2): weak tags never match. */
    public boolean nameStrongly(String tag) {
        return any || tags.contains(tag);
    }

    /** The same by weak comparison. */
    public boolean nameWeakly(String tag) {
        return nameStrongly(tag) || tags.contains(WEAK + tag);
    }
}
