package org.sluis.people;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * What the portal keeps of a person beyond the account (promise B9).
 *
 * @param birthDate of members of rental companies only, as the next two
 * @param trainingCertificate the number of the certificate of a training that was passed
 * @param contactRoles of members of an organisation only, as the next
 * @param organisationAdministrator whether the person may invite and disable colleagues
 */
public record PersonProfile(
        Optional<String> title,
        Optional<String> function,
        Optional<String> phone,
        Optional<String> mobile,
        Optional<LocalDate> birthDate,
        Optional<String> licencePlate,
        Optional<String> trainingCertificate,
        Set<ContactRole> contactRoles,
        boolean organisationAdministrator) {

    /** Nothing is known yet. */
    public static final PersonProfile EMPTY = new PersonProfile(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Set.of(),
            false);

    public PersonProfile {
        contactRoles = Set.copyOf(contactRoles);
    }

    /** Whether it holds what only members of rental companies are asked for. */
    public boolean saysWhatRentalNeeds() {
        return birthDate.isPresent() || licencePlate.isPresent() || trainingCertificate.isPresent();
    }

    /** Whether it says something of a membership. */
    public boolean saysMembership() {
        return organisationAdministrator || !contactRoles.isEmpty();
    }
}
