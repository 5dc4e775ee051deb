package org.sluis.access;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sluis.kernel.Ids;
import org.sluis.kernel.ProblemException;

/** A grant as the form of the access page asks for it. */
public class GrantForm {

    /** Kind and identifier, with a colon between. */
    @FormParam("principal")
    @DefaultValue("")
    String principal = "";

    @FormParam("right")
    @DefaultValue("")
    String right = "";

    @FormParam("validUntil")
    @DefaultValue("")
    String validUntil = "";

    @FormParam("purpose")
    @DefaultValue("")
    String purpose = "";

    /**
     * @param zone where the last day is meant
     * @throws ProblemException {@code invalid-member} naming the first senseless field
     */
    GrantRequest request(ZoneId zone) {
        String kind = principal.replaceFirst(":.*", "");
        return new GrantRequest(new PrincipalRequest(kind, identifier()), right, null, end(zone), purpose);
    }

    /** Who was chosen, where the field holds an identifier. */
    Optional<UUID> principalId() {
        return Ids.parse(identifier());
    }

    private String identifier() {
        return principal.replaceFirst("[A-Z]*:", "");
    }

    /** What was typed, to be shown again beside the complaint. */
    Map<String, String> given() {
        return Map.of("principal", principal, "right", right, "validUntil", validUntil, "purpose", purpose);
    }

    /** The last day counts whole: the end is the first moment after it. */
    private @Nullable String end(ZoneId zone) {
        if (validUntil.isBlank()) {
            return null;
        }
        try {
            return LocalDate.parse(validUntil)
                    .plusDays(1)
                    .atStartOfDay(zone)
                    .toInstant()
                    .toString();
        } catch (DateTimeException notADay) {
            throw ProblemException.invalid("validUntil", "format");
        }
    }
}
