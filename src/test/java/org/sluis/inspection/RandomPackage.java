package org.sluis.inspection;

/** A package with something in it that it does, or with the twin of that. */
interface RandomPackage {

    /** @param doing whether it does what it is made for, or is its twin */
    byte[] bytes(boolean doing);

    /** Whether the twin passes: not where the way in which it is written is refused by itself. */
    boolean hasTwin();

    String fileName();

    /** What the twin is found to be. */
    String mediaType();
}
