package org.sluis.people;

/** What a client organisation does, as far as the portal treats it differently (promises B9, C3). */
enum OrganisationType {
    /** Makes concrete, its components or construction products. */
    PRODUCER,
    /** Rents out vehicles with their drivers; of its members more is kept. */
    RENTAL,
    LABORATORY,
    EXAM_CENTRE,
    OTHER
}
