package org.sluis.people;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.sluis.kernel.ProblemException;
import org.sluis.platform.rest.MergePatch;

/** An organisation as the API is sent it: whole, or as a JSON merge patch (RFC 7396). Name and type cannot be cleared. */
public record OrganisationRequest(
        @Schema(type = SchemaType.STRING) @Nullable JsonNode name,
        @Schema(type = SchemaType.STRING) @Nullable JsonNode type,

        @Schema(type = SchemaType.STRING, nullable = true) @Nullable
        JsonNode street,

        @Schema(type = SchemaType.STRING, nullable = true) @Nullable
        JsonNode postalCode,

        @Schema(type = SchemaType.STRING, nullable = true) @Nullable
        JsonNode city,

        @Schema(type = SchemaType.STRING, nullable = true) @Nullable
        JsonNode country,

        @Schema(type = SchemaType.STRING, nullable = true) @Nullable
        JsonNode vatNumber,

        @Schema(type = SchemaType.STRING, nullable = true) @Nullable
        JsonNode phone) {

    static final int LONGEST_NAME = 200;
    private static final int LONGEST_CODE = 20;
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    /** @throws ProblemException {@code invalid-member} naming the first senseless member */
    OrganisationProfile over(OrganisationProfile current) {
        Optional<String> where = MergePatch.line("country", country, current.country(), LONGEST_CODE)
                .map(code -> code.toUpperCase(Locale.ROOT));
        if (!where.map(COUNTRIES::contains).orElse(true)) {
            throw ProblemException.invalid("country", "unknown");
        }
        return new OrganisationProfile(
                MergePatch.required("name", name, current.name(), LONGEST_NAME),
                MergePatch.named(
                        "type",
                        MergePatch.required("type", type, current.type().name(), LONGEST_CODE),
                        OrganisationType.class),
                MergePatch.line("street", street, current.street(), LONGEST_NAME),
                MergePatch.line("postalCode", postalCode, current.postalCode(), LONGEST_CODE),
                MergePatch.line("city", city, current.city(), LONGEST_NAME),
                where,
                MergePatch.line("vatNumber", vatNumber, current.vatNumber(), LONGEST_CODE)
                        .map(typed -> VatNumber.of(typed, where).text()),
                MergePatch.line("phone", phone, current.phone(), PersonRequest.PHONE));
    }
}
