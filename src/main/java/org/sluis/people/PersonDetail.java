package org.sluis.people;

import static org.sluis.platform.rest.Audience.ADMIN;
import static org.sluis.platform.rest.Audience.ADMIN_OF_RENTAL;
import static org.sluis.platform.rest.Audience.CLIENT_THEMSELVES;
import static org.sluis.platform.rest.Audience.DPO;
import static org.sluis.platform.rest.Audience.THEMSELVES;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sluis.kernel.Caller;
import org.sluis.kernel.Role;
import org.sluis.platform.rest.Audience;
import org.sluis.platform.rest.VisibleTo;

/** All the portal keeps of a person, for those who may have it (promises B4, B9). */
public record PersonDetail(
        @VisibleTo({THEMSELVES, ADMIN, DPO}) UUID id,
        @VisibleTo({THEMSELVES, ADMIN, DPO}) String name,
        @VisibleTo({THEMSELVES, ADMIN, DPO}) Optional<String> email,
        @VisibleTo({THEMSELVES, ADMIN, DPO}) String language,
        @VisibleTo({THEMSELVES, ADMIN, DPO}) Optional<String> title,
        @VisibleTo({THEMSELVES, ADMIN, DPO}) Optional<String> function,
        @VisibleTo({THEMSELVES, ADMIN, DPO}) Optional<String> phone,
        @VisibleTo({THEMSELVES, ADMIN, DPO}) Optional<String> mobile,
        @VisibleTo({THEMSELVES, ADMIN, DPO}) Optional<Employer> organisation,
        @VisibleTo({THEMSELVES, ADMIN, DPO}) boolean employee,
        @VisibleTo({ADMIN, DPO}) boolean active,
        @VisibleTo({THEMSELVES, ADMIN, DPO}) List<ContactRole> contactRoles,
        @VisibleTo({THEMSELVES, ADMIN, DPO}) boolean organisationAdministrator,

        @VisibleTo({CLIENT_THEMSELVES, ADMIN_OF_RENTAL, DPO})
        Optional<LocalDate> birthDate,

        @VisibleTo({CLIENT_THEMSELVES, ADMIN_OF_RENTAL, DPO})
        Optional<String> licencePlate,

        @VisibleTo({CLIENT_THEMSELVES, ADMIN_OF_RENTAL, DPO})
        Optional<String> trainingCertificate) {

    /** The client organisation of a person. */
    record Employer(
            @VisibleTo({THEMSELVES, ADMIN, DPO}) UUID id,
            @VisibleTo({THEMSELVES, ADMIN, DPO}) String name,
            @VisibleTo({THEMSELVES, ADMIN, DPO}) OrganisationType type) {}

    static PersonDetail of(Person person, PersonProfile profile, @Nullable Organisation organisation) {
        return new PersonDetail(
                person.id(),
                person.name(),
                person.email(),
                person.language(),
                profile.title(),
                profile.function(),
                profile.phone(),
                profile.mobile(),
                Optional.ofNullable(organisation)
                        .map(known -> new Employer(
                                known.id(), known.name(), known.profile().type())),
                person.isEmployee(),
                person.isActive(),
                profile.contactRoles().stream().sorted().toList(),
                profile.organisationAdministrator(),
                profile.birthDate(),
                profile.licencePlate(),
                profile.trainingCertificate());
    }

    /** The audiences {@code reader} belongs to with respect to this person. */
    public Set<Audience> readers(Caller reader) {
        Set<Audience> audiences = EnumSet.noneOf(Audience.class);
        audiences.addAll(Audience.of(reader));
        if (reader.personId().equals(id)) {
            audiences.add(THEMSELVES);
        }
        if (reader.personId().equals(id) && reader.is(Role.CLIENT)) {
            audiences.add(CLIENT_THEMSELVES);
        }
        if (reader.is(Role.ADMIN) && isOfRentalCompany()) {
            audiences.add(ADMIN_OF_RENTAL);
        }
        return audiences;
    }

    private boolean isOfRentalCompany() {
        return organisation
                .filter(employer -> employer.type() == OrganisationType.RENTAL)
                .isPresent();
    }
}
