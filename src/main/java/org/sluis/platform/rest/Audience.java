package org.sluis.platform.rest;

import java.util.EnumSet;
import java.util.Set;
import org.sluis.kernel.Caller;

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
    CLIENT_OF_SAME_SIDE,
    /** Whoever reads about themselves. */
    THEMSELVES,
    /** A client who reads about themselves. */
    CLIENT_THEMSELVES,
    /** An administrator looking at a member of a rental organisation. */
    ADMIN_OF_RENTAL;

    /** The audiences a reader belongs to by role alone, whatever is read. */
    public static Set<Audience> of(Caller reader) {
        Set<Audience> audiences = EnumSet.noneOf(Audience.class);
        reader.roles().forEach(role -> audiences.add(valueOf(role.name())));
        return audiences;
    }
}
