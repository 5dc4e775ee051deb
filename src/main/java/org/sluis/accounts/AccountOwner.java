package org.sluis.accounts;

/** Who has an account that was found under the address of an invitation. */
enum AccountOwner {

    /** Whoever it is: they have an account and get no other. */
    SOMEBODY,

    /** A change of it runs, which may be the one that makes it or shuts it: the question comes too early. */
    UNDECIDED,

    /** The invitation it was made for was taken back before anybody came in with it, and it is shut: the address is free again. */
    NOBODY
}
