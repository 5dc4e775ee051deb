package org.sluis.people;

import static org.sluis.platform.rest.Audience.ADMIN;
import static org.sluis.platform.rest.Audience.DPO;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.sluis.platform.rest.VisibleTo;

/** An organisation as its administration shows it (promise B4). */
@Schema(name = "Organisation")
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

    /** How the description of the API names a page of them. */
    @Schema(name = "OrganisationPage")
    record Page(List<OrganisationView> items, Optional<String> nextCursor) {}

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
