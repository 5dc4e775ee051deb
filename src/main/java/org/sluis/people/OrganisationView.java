package org.sluis.people;

import static org.sluis.platform.rest.Audience.ADMIN;
import static org.sluis.platform.rest.Audience.DPO;

import java.util.Optional;
import java.util.UUID;
import org.sluis.platform.rest.VisibleTo;

/** An organisation as its administration shows it (promise B4). */
record OrganisationView(
        @VisibleTo({ADMIN, DPO}) UUID id,
        @VisibleTo({ADMIN, DPO}) String name,
        @VisibleTo({ADMIN, DPO}) OrganisationType type,
        @VisibleTo({ADMIN, DPO}) Optional<String> street,
        @VisibleTo({ADMIN, DPO}) Optional<String> postalCode,
        @VisibleTo({ADMIN, DPO}) Optional<String> city,
        @VisibleTo({ADMIN, DPO}) Optional<String> country,
        @VisibleTo({ADMIN, DPO}) Optional<String> vatNumber,
        @VisibleTo({ADMIN, DPO}) Optional<String> phone) {

    static OrganisationView of(Organisation organisation) {
        OrganisationProfile profile = organisation.profile();
        return new OrganisationView(
                organisation.id(),
                profile.name(),
                profile.type(),
                profile.street(),
                profile.postalCode(),
                profile.city(),
                profile.country(),
                profile.vatNumber(),
                profile.phone());
    }
}
