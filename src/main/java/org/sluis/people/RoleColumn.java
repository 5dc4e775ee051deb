package org.sluis.people;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sluis.kernel.Role;

/** Several roles in one column: their names in order, with commas between. */
public final class RoleColumn {

    private RoleColumn() {}

    public static String names(Set<Role> roles) {
        return roles.stream().map(Role::name).sorted().collect(Collectors.joining(","));
    }

    /** The roles again; none where the column is empty. */
    public static Set<Role> roles(@Nullable String names) {
        EnumSet<Role> roles = EnumSet.noneOf(Role.class);
        if (names != null && !names.isEmpty()) {
            Arrays.stream(names.split(",")).map(Role::valueOf).forEach(roles::add);
        }
        return roles;
    }
}
