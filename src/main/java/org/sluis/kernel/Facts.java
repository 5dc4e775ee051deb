package org.sluis.kernel;

/**
 * What an entry of the trail says beyond actor and resource: a record, whose components are the members of its JSON. Which
 * types they may have, {@link CanonicalJson} says. No fact is the name or the address of a person.
 */
public interface Facts {

    /** No more than that. */
    record None() implements Facts {}

    None NONE = new None();
}
