package org.sluis.quarantine;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.sluis.platform.rest.FilteredView;

/** The versions on one page of the desk, those together that one rule refused, or that are there for another same reason. */
final class DeskGroups {

    private final Map<String, List<FilteredView>> groups;

    DeskGroups(List<FilteredView> versions) {
        groups = versions.stream()
                .collect(Collectors.groupingBy(DeskGroups::why, LinkedHashMap::new, Collectors.toList()));
    }

    private static String why(FilteredView version) {
        if (version.get("refusal") instanceof Map<?, ?> refusal) {
            return "rule " + refusal.get("rule");
        }
        Object reason = version.get("reason");
        return reason == null ? "state " + version.get("state") : "problem " + reason;
    }

    /** Group by group; the first group is that of the first version. */
    List<FilteredView> versions() {
        return groups.values().stream().flatMap(Collection::stream).toList();
    }

    /** How many there are in a group, by the identifier of its first version. */
    Map<String, String> heads() {
        return groups.values().stream()
                .collect(Collectors.toMap(
                        group -> String.valueOf(group.get(0).get("id")), group -> String.valueOf(group.size())));
    }
}
