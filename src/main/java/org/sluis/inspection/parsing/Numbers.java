package org.sluis.inspection.parsing;

import java.util.Optional;

/** Numbers as markup writes them. */
final class Numbers {

    private Numbers() {}

    /** Nothing where it is none from 0 to a billion. */
    static Optional<Integer> of(String digits) {
        return digits.matches("[0-9]{1,9}") ? Optional.of(Integer.valueOf(digits)) : Optional.empty();
    }
}
