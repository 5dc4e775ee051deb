package org.sluis.people;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of members of rental companies alone (promise B9). It stands apart from {@link Person}, so that the database
 * shows it to the person, administrators and the data protection officer, and not to whoever administers the organisation.
 */
@Entity
@Table(name = "person_rental")
class PersonRental {

    @Id
    @Column(name = "person_id")
    private UUID personId;

    @Column(name = "birth_date")
    private @Nullable LocalDate birthDate;

    @Column(name = "licence_plate")
    private @Nullable String licencePlate;

    @Column(name = "training_certificate")
    private @Nullable String trainingCertificate;

    @SuppressWarnings("NullAway.Init")
    protected PersonRental() {}

    PersonRental(UUID personId, PersonProfile profile) {
        this.personId = personId;
        describe(profile);
    }

    final void describe(PersonProfile profile) {
        this.birthDate = profile.birthDate().orElse(null);
        this.licencePlate = profile.licencePlate().orElse(null);
        this.trainingCertificate = profile.trainingCertificate().orElse(null);
    }

    /** The profile with this. */
    PersonProfile over(PersonProfile profile) {
        return new PersonProfile(
                profile.title(),
                profile.function(),
                profile.phone(),
                profile.mobile(),
                Optional.ofNullable(birthDate),
                Optional.ofNullable(licencePlate),
                Optional.ofNullable(trainingCertificate),
                profile.contactRoles(),
                profile.organisationAdministrator());
    }
}
