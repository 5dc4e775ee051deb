package org.sluis.accounts;

import org.sluis.kernel.AuditAction;
import org.sluis.kernel.Facts;
import org.sluis.people.PeopleFacts;

/** What can be done to accounts and with them, as the trail calls it. */
enum AccountAction implements AuditAction {
    ACCOUNT_VIEWED(Facts.None.class),
    PERSON_AMENDED(PeopleFacts.Amended.class),
    PERSON_INVITED(AccountFacts.Changed.class),
    PERSON_INVITED_AGAIN(AccountFacts.Changed.class),
    PERSON_GIVEN_ROLES(AccountFacts.Changed.class),
    PERSON_RENAMED(AccountFacts.Changed.class),
    PERSON_READDRESSED(AccountFacts.Changed.class),
    PERSON_SECOND_FACTOR_RESET(AccountFacts.Changed.class),
    PERSON_SIGNED_OUT(AccountFacts.Changed.class),
    PERSON_ENABLED(AccountFacts.Changed.class),
    PERSON_DISABLED(AccountFacts.Changed.class),
    MEMBER_JOINED(AccountFacts.Changed.class),
    MEMBER_LEFT(AccountFacts.Changed.class),
    /** By an administrator of the organisation. */
    INVITATION_WITHDRAWN(Facts.None.class),
    /** An account was made as an administrator of an organisation had asked: the portal's own act, which that one does not see. */
    INVITATION_CARRIED_OUT(AccountFacts.Changed.class),
    /** No account was made: it was taken back, the realm refused it, or could not do it for as long as an invitation works. */
    INVITATION_CAME_TO_NOTHING(AccountFacts.Changed.class),
    /** No account was made, since the address has one. */
    INVITATION_ADDRESS_KNOWN(AccountFacts.AddressKnown.class),
    ACCOUNT_CHANGE_PROPOSED(AccountFacts.Changed.class),
    ACCOUNT_CHANGE_CONSENTED(AccountFacts.Changed.class),
    ACCOUNT_CHANGE_DECLINED(AccountFacts.Changed.class),
    ACCOUNT_CHANGES_LISTED(PeopleFacts.Listed.class),
    DIRECTORY_COMPARED(AccountFacts.Compared.class),
    COLLEAGUES_LISTED(PeopleFacts.Listed.class),
    /** By the owner of the account, who has left it open somewhere. */
    OWN_SESSION_ENDED(Facts.None.class);

    private final Class<? extends Facts> facts;

    AccountAction(Class<? extends Facts> facts) {
        this.facts = facts;
    }

    @Override
    public Class<? extends Facts> facts() {
        return facts;
    }
}
