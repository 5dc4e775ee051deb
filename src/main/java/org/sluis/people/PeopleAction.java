package org.sluis.people;

import org.sluis.kernel.AuditAction;
import org.sluis.kernel.Facts;

/** What can be done to people, organisations and teams, as the trail calls it. */
enum PeopleAction implements AuditAction {
    PEOPLE_LISTED(PeopleFacts.Listed.class),
    PERSON_VIEWED(Facts.None.class),
    LANGUAGE_CHOSEN(PeopleFacts.Language.class),
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
