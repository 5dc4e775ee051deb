package org.sluis.people;

import java.util.Optional;

/**
 * What is kept of an organisation (promise B9).
 *
 * @param country ISO 3166-1 alpha-2
 * @param vatNumber as {@link VatNumber} writes it
 */
record OrganisationProfile(
        String name,
        OrganisationType type,
        Optional<String> street,
        Optional<String> postalCode,
        Optional<String> city,
        Optional<String> country,
        Optional<String> vatNumber,
        Optional<String> phone) {

    /** Nothing is known yet. */
    static final OrganisationProfile EMPTY = new OrganisationProfile(
            "",
            OrganisationType.OTHER,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
}
