package org.sluis.people;

/** What a member of a client organisation is to be written to for (promise C3). */
public enum ContactRole {
    CONTACT,
    /** Answers for the organisation. */
    MANAGER,
    QUALITY,
    CONTROLLER,
    ADMINISTRATION,
    INVOICING
}
