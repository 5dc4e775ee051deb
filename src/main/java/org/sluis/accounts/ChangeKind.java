package org.sluis.accounts;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** What administrators change at an account of the realm, and what the trail calls it when it is done. */
enum ChangeKind {
    /** A new account, with its roles, its person and a mail. */
    INVITATION(AccountAction.PERSON_INVITED, true),
    ROLES(AccountAction.PERSON_GIVEN_ROLES, true),
    /** Names and language; the address stays. */
    NAMES(AccountAction.PERSON_RENAMED, false),
    /** Another address, and names and language where they change with it. */
    ADDRESS(AccountAction.PERSON_READDRESSED, true),
    /** The second factor is forgotten and all sessions end. */
    SECOND_FACTOR(AccountAction.PERSON_SECOND_FACTOR_RESET, true),
    SESSIONS(AccountAction.PERSON_SIGNED_OUT, false),
    /** The mail with the link to choose a password, once more. */
    MAIL(AccountAction.PERSON_INVITED_AGAIN, false),
    ENABLED(AccountAction.PERSON_ENABLED, false),
    DISABLED(AccountAction.PERSON_DISABLED, false),
    /** A member of this organisation and no other. */
    JOINED(AccountAction.MEMBER_JOINED, false),
    LEFT(AccountAction.MEMBER_LEFT, false);

    /** Whoever orders one of these could sit behind the account afterwards. */
    static final List<ChangeKind> GIVING_POWER =
            Arrays.stream(values()).filter(kind -> kind.givesPower).toList();

    private static final Set<ChangeKind> MEMBERSHIPS = Set.of(JOINED, LEFT);

    /** Nothing of the account but whether its owner gets in. */
    private static final Set<ChangeKind> GATES = Set.of(ENABLED, DISABLED);

    private final AccountAction action;
    private final boolean givesPower;

    ChangeKind(AccountAction action, boolean givesPower) {
        this.action = action;
        this.givesPower = givesPower;
    }

    /** Whether the person hears of it, and those who oversee accounts where it happens to an employee. */
    boolean isTold(boolean overEmployee) {
        return givesPower || (overEmployee && GATES.contains(this));
    }

    /** Whether it is about an organisation as much as about the person. */
    boolean isMembership() {
        return MEMBERSHIPS.contains(this);
    }

    /**
     * Proposals that have to be answered before it can be ordered: one of the same kind, and any where it would make the person
     * somebody else than the one they are about.
     */
    List<ChangeKind> barredBy() {
        return this == JOINED || this == ADDRESS ? List.of(values()) : List.of(this);
    }

    /** What the trail calls it. */
    AccountAction action() {
        return action;
    }
}
