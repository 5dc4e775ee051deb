package org.sluis.people;

import java.util.Locale;

/** What an account tells of its person; labels only, none of them identifies. */
public record AccountLabels(String givenName, String familyName, String email, Locale language) {

    /** Of an account that is not there. */
    public static final AccountLabels NONE = new AccountLabels("", "", "", Locale.ENGLISH);

    /** As tokens write it. */
    public String name() {
        return givenName + " " + familyName;
    }
}
