package org.sluis.people;

import java.util.Arrays;
import java.util.List;

/** What administrators change at an account of the realm, and what the trail calls it when it is done. */
enum ChangeKind {
    /** A new account, with its roles, its person and a mail. */
    INVITATION("person-invited", true),
    ROLES("person-given-roles", true),
    /** Names and language; the address stays. */
    NAMES("person-renamed", false),
    /** Another address, and names and language where they change with it. */
    ADDRESS("person-readdressed", true),
    /** The second factor is forgotten and all sessions end. */
    SECOND_FACTOR("person-second-factor-reset", true),
    SESSIONS("person-signed-out", false),
    /** The mail with the link to choose a password, once more. */
    MAIL("person-invited-again", false),
    ENABLED("person-enabled", false),
    DISABLED("person-disabled", false),
    /** A member of this organisation and no other. */
    JOINED("member-joined", false),
    LEFT("member-left", false);

    /** Whoever orders one of these could sit behind the account afterwards. */
    static final List<ChangeKind> GIVING_POWER =
            Arrays.stream(values()).filter(kind -> kind.givesPower).toList();

    private final String act;
    private final boolean givesPower;

    ChangeKind(String act, boolean givesPower) {
        this.act = act;
        this.givesPower = givesPower;
    }

    /** The act in the trail. */
    String act() {
        return act;
    }
}
