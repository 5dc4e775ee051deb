package org.sluis.people;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sluis.kernel.Ids;

/** A client of the certification body. Its accounts name it by its key, so that its name may change. */
@Entity
public class Organisation {

    @Id
    private UUID id;

    @Column(name = "realm_key", updatable = false)
    private String realmKey;

    private String name;

    @Enumerated(EnumType.STRING)
    private OrganisationType type;

    private @Nullable String street;

    @Column(name = "postal_code")
    private @Nullable String postalCode;

    private @Nullable String city;
    private @Nullable String country;

    @Column(name = "vat_number")
    private @Nullable String vatNumber;

    private @Nullable String phone;

    @SuppressWarnings("NullAway.Init")
    protected Organisation() {}

    @SuppressWarnings("NullAway.Init")
    Organisation(OrganisationProfile profile) {
        this.id = Ids.next();
        this.realmKey = id.toString();
        describe(profile);
    }

    UUID id() {
        return id;
    }

    public String realmKey() {
        return realmKey;
    }

    public String name() {
        return name;
    }

    public boolean isRental() {
        return type == OrganisationType.RENTAL;
    }

    OrganisationProfile profile() {
        return new OrganisationProfile(
                name,
                type,
                Optional.ofNullable(street),
                Optional.ofNullable(postalCode),
                Optional.ofNullable(city),
                Optional.ofNullable(country),
                Optional.ofNullable(vatNumber),
                Optional.ofNullable(phone));
    }

    void describe(OrganisationProfile profile) {
        this.name = profile.name();
        this.type = profile.type();
        this.street = profile.street().orElse(null);
        this.postalCode = profile.postalCode().orElse(null);
        this.city = profile.city().orElse(null);
        this.country = profile.country().orElse(null);
        this.vatNumber = profile.vatNumber().orElse(null);
        this.phone = profile.phone().orElse(null);
    }
}
