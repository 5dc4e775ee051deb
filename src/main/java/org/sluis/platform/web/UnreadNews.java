package org.sluis.platform.web;

import org.sluis.kernel.Caller;

/** Tells the frame of the pages how much its reader has not read yet. */
public interface UnreadNews {

    /** From so many on nobody counts. */
    int MANY = 10;

    /** How many items are unread, {@link #MANY} at the most. */
    int unread(Caller reader);
}
