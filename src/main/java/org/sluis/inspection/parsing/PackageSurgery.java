package org.sluis.inspection.parsing;

import java.io.IOException;
import java.util.Optional;

/** What one kind of office document needs so that it still opens when something is taken out of it. */
interface PackageSurgery {

    /** Tries a cut of a part and throws the result away. */
    interface Trial {

        /** @return what would be cut; none where the part stays as it is */
        Optional<Removals> of(ZipMember member) throws IOException;
    }

    /** Finds out which parts must go, before anything is written. */
    void plan(Trial trial) throws IOException;

    /** Whether the document opens without the part. */
    boolean canSpare(String name);

    /**
     * How the part of this name is cut.
     *
     * @param removals learns what goes without the gate's rule being asked
     */
    Surgery of(String name, Removals removals) throws IOException;
}
