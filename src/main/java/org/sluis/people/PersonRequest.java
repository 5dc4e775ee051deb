package org.sluis.people;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.sluis.kernel.ProblemException;
import org.sluis.platform.rest.MergePatch;
import org.sluis.platform.web.Languages;

/**
 * A change of a person as a JSON merge patch (RFC 7396). Names, e-mail and language are the account's and cannot be
 * cleared; everything else is the portal's profile.
 */
public record PersonRequest(
        @Schema(type = SchemaType.STRING) @Nullable JsonNode givenName,
        @Schema(type = SchemaType.STRING) @Nullable JsonNode familyName,
        @Schema(type = SchemaType.STRING) @Nullable JsonNode email,
        @Schema(type = SchemaType.STRING) @Nullable JsonNode language,

        @Schema(type = SchemaType.STRING, nullable = true) @Nullable
        JsonNode title,

        @Schema(type = SchemaType.STRING, nullable = true) @Nullable
        JsonNode function,

        @Schema(type = SchemaType.STRING, nullable = true) @Nullable
        JsonNode phone,

        @Schema(type = SchemaType.STRING, nullable = true) @Nullable
        JsonNode mobile,

        @Schema(type = SchemaType.STRING, format = "date", nullable = true) @Nullable
        JsonNode birthDate,

        @Schema(type = SchemaType.STRING, nullable = true) @Nullable
        JsonNode licencePlate,

        @Schema(type = SchemaType.STRING, nullable = true) @Nullable
        JsonNode trainingCertificate,

        @Schema(type = SchemaType.ARRAY) @Nullable JsonNode contactRoles,

        @Schema(type = SchemaType.BOOLEAN) @Nullable JsonNode organisationAdministrator) {

    static final Pattern PHONE = Pattern.compile("\\+?[0-9][0-9 ()./-]{3,30}");

    private static final Pattern PLATE = Pattern.compile("[A-Z0-9][A-Z0-9 -]{1,14}");
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_TITLE = 200;
    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);

    /** Whether the account has to be told. */
    public boolean namesLabels() {
        return givenName != null || familyName != null || email != null || language != null;
    }

    /** @throws ProblemException {@code invalid-member} naming the first senseless member */
    public AccountLabels over(AccountLabels current) {
        String address = LabelRule.address("email", email, current.email());
        String tag =
                MergePatch.required("language", language, current.language().getLanguage(), LONGEST_NAME);
        if (!Languages.CODES.contains(tag)) {
            throw ProblemException.invalid("language", "unknown");
        }
        return new AccountLabels(
                LabelRule.name("givenName", givenName, current.givenName()),
                LabelRule.name("familyName", familyName, current.familyName()),
                address,
                Locale.forLanguageTag(tag));
    }

    /** @throws ProblemException {@code invalid-member} naming the first senseless member */
    public PersonProfile over(PersonProfile current) {
        return new PersonProfile(
                MergePatch.line("title", title, current.title(), LONGEST_TITLE),
                MergePatch.line("function", function, current.function(), LONGEST_NAME),
                MergePatch.line("phone", phone, current.phone(), PHONE),
                MergePatch.line("mobile", mobile, current.mobile(), PHONE),
                MergePatch.line("birthDate", birthDate, current.birthDate().map(LocalDate::toString), LONGEST_NAME)
                        .map(PersonRequest::day),
                MergePatch.line("licencePlate", licencePlate, current.licencePlate(), PLATE),
                MergePatch.line(
                        "trainingCertificate", trainingCertificate, current.trainingCertificate(), LONGEST_NAME),
                MergePatch.names("contactRoles", contactRoles, current.contactRoles(), ContactRole.class),
                MergePatch.flag(
                        "organisationAdministrator", organisationAdministrator, current.organisationAdministrator()));
    }

    private static LocalDate day(String text) {
        try {
            LocalDate day = LocalDate.parse(text);
            if (day.isAfter(EARLIEST) && day.isBefore(LocalDate.now(ZoneOffset.UTC))) {
                return day;
            }
        } catch (DateTimeException notADay) {
            throw ProblemException.invalid("birthDate", "format");
        }
        throw ProblemException.invalid("birthDate", "range");
    }
}
