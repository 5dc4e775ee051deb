package org.sluis.people;

import org.sluis.kernel.AuditAction;
import org.sluis.kernel.Facts;

/** What can be done to people, organisations, teams and accounts, as the trail calls it. */
enum PeopleAction implements AuditAction {
    PEOPLE_LISTED(PeopleFacts.Listed.class),
    PERSON_VIEWED(Facts.None.class),
    PERSON_AMENDED(PeopleFacts.Amended.class),
    ACCOUNT_VIEWED(Facts.None.class),
    PERSON_INVITED(PeopleFacts.Changed.class),
    PERSON_INVITED_AGAIN(PeopleFacts.Changed.class),
    PERSON_GIVEN_ROLES(PeopleFacts.Changed.class),
    PERSON_RENAMED(PeopleFacts.Changed.class),
    PERSON_READDRESSED(PeopleFacts.Changed.class),
    PERSON_SECOND_FACTOR_RESET(PeopleFacts.Changed.class),
    PERSON_SIGNED_OUT(PeopleFacts.Changed.class),
    PERSON_ENABLED(PeopleFacts.Changed.class),
    PERSON_DISABLED(PeopleFacts.Changed.class),
    MEMBER_JOINED(PeopleFacts.Changed.class),
    MEMBER_LEFT(PeopleFacts.Changed.class),
    /** By an administrator of the organisation. */
    INVITATION_WITHDRAWN(Facts.None.class),
    /** An account was made as an administrator of an organisation had asked: the portal's own act, which that one does not see. */
    INVITATION_CARRIED_OUT(PeopleFacts.Changed.class),
    /** No account was made, since the address has one. */
    INVITATION_ADDRESS_KNOWN(PeopleFacts.AddressKnown.class),
    ACCOUNT_CHANGE_PROPOSED(PeopleFacts.Changed.class),
    ACCOUNT_CHANGE_CONSENTED(PeopleFacts.Changed.class),
    ACCOUNT_CHANGE_DECLINED(PeopleFacts.Changed.class),
    ACCOUNT_CHANGES_LISTED(PeopleFacts.Listed.class),
    DIRECTORY_COMPARED(PeopleFacts.Compared.class),
    COLLEAGUES_LISTED(PeopleFacts.Listed.class),
    ORGANISATIONS_LISTED(PeopleFacts.Listed.class),
    ORGANISATION_VIEWED(Facts.None.class),
    ORGANISATION_FOUNDED(Facts.None.class),
    ORGANISATION_AMENDED(PeopleFacts.Amended.class),
    MEMBERS_LISTED(PeopleFacts.Listed.class),
    TEAMS_LISTED(PeopleFacts.Listed.class),
    TEAM_VIEWED(Facts.None.class),
    TEAM_FOUNDED(PeopleFacts.TeamFounded.class),
    TEAM_JOINED(PeopleFacts.TeamMember.class),
    TEAM_LEFT(PeopleFacts.TeamMember.class);

    private final Class<? extends Facts> facts;

    PeopleAction(Class<? extends Facts> facts) {
        this.facts = facts;
    }

    @Override
    public Class<? extends Facts> facts() {
        return facts;
    }
}
