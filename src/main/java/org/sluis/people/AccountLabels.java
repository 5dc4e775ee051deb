package org.sluis.people;

import java.util.Locale;

/** What an account tells of its person; labels only, none of them identifies. */
record AccountLabels(String givenName, String familyName, String email, Locale language) {

    /** As tokens write it. */
    String name() {
        return givenName + " " + familyName;
    }
}
