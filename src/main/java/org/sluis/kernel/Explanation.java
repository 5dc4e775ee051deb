package org.sluis.kernel;

import java.util.Locale;

/** Why something was refused, with its facts, in the language of whoever is told. */
public interface Explanation {
    String in(Locale language);
}
