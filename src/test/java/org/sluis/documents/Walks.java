package org.sluis.documents;

import org.sluis.stack.UseCases;

/** Lets lists look at few grants at a time, so that small tests go as many steps as a large portal. */
public final class Walks {

    private Walks() {}

    public static void shorten(UseCases portal, int most) {
        Listing listing = portal.get(Listing.class);
        listing.mostGrants = most;
        listing.mostDocuments = most;
    }
}
