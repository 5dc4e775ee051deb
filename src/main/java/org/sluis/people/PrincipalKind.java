package org.sluis.people;

/** What a grant can be given to. */
public enum PrincipalKind {
    PERSON,
    /** All active members of a client organisation. */
    ORGANISATION,
    /** All active members of a group of employees. */
    TEAM
}
