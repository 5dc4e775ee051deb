package org.sluis.people;

import java.util.Arrays;
import java.util.List;

/** What administrators change at an account of the realm, and what the trail calls it when it is done. */
enum ChangeKind {
    /** A new account, with its roles, its person and a mail. */
    INVITATION(PeopleAction.PERSON_INVITED, true),
    ROLES(PeopleAction.PERSON_GIVEN_ROLES, true),
    /** Names and language; the address stays. */
    NAMES(PeopleAction.PERSON_RENAMED, false),
    /** Another address, and names and language where they change with it. */
    ADDRESS(PeopleAction.PERSON_READDRESSED, true),
    /** The second factor is forgotten and all sessions end. */
    SECOND_FACTOR(PeopleAction.PERSON_SECOND_FACTOR_RESET, true),
    SESSIONS(PeopleAction.PERSON_SIGNED_OUT, false),
    /** The mail with the link to choose a password, once more. */
    MAIL(PeopleAction.PERSON_INVITED_AGAIN, false),
    ENABLED(PeopleAction.PERSON_ENABLED, false),
    DISABLED(PeopleAction.PERSON_DISABLED, false),
    /** A member of this organisation and no other. */
    JOINED(PeopleAction.MEMBER_JOINED, false),
    LEFT(PeopleAction.MEMBER_LEFT, false);

    /** Whoever orders one of these could sit behind the account afterwards. */
    static final List<ChangeKind> GIVING_POWER =
            Arrays.stream(values()).filter(kind -> kind.givesPower).toList();

    private final PeopleAction action;
    private final boolean givesPower;

    ChangeKind(PeopleAction action, boolean givesPower) {
        this.action = action;
        this.givesPower = givesPower;
    }

    /** What the trail calls it. */
    PeopleAction action() {
        return action;
    }
}
