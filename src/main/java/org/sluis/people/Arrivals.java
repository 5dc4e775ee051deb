package org.sluis.people;

/** Somebody who was invited signs in for the first time: whoever keeps the invitations says whether they may still come. */
public interface Arrivals {

    /** Whether the person may come in; with this the invitation is over. In the running transaction. */
    boolean arrives(Person person);
}
