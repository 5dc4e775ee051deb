package org.sluis.platform.rest;

/** For whom a member of an outgoing view may be meant. A reader belongs to several audiences at once. */
public enum Audience {
    CLIENT,
    INSPECTOR,
    ADMIN,
    DPO,
    /** Whoever uploaded the document in question. */
    UPLOADER,
    /** A client who uploaded the document in question. */
    CLIENT_UPLOADER,
    /** A client looking at a person of the own organisation or of the certification body's staff. */
    CLIENT_OF_SAME_SIDE
}
