package org.sluis.access;

import static org.sluis.platform.rest.Audience.ADMIN;
import static org.sluis.platform.rest.Audience.DPO;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.sluis.people.Principal;
import org.sluis.people.PrincipalKind;
import org.sluis.platform.rest.VisibleTo;

/** A person who could see a document, and the grant that let them, as it leaves. */
@Schema(name = "Reader")
public record ReaderView(
        @VisibleTo({ADMIN, DPO}) Party person,
        @VisibleTo({ADMIN, DPO}) Party through,
        @VisibleTo({ADMIN, DPO}) Right right,
        @VisibleTo({ADMIN, DPO}) UUID grantId,
        @VisibleTo({ADMIN, DPO}) Instant validFrom,
        @VisibleTo({ADMIN, DPO}) Optional<Instant> validUntil,
        @VisibleTo({ADMIN, DPO}) String purpose,
        @VisibleTo({ADMIN, DPO}) String grantedBy,
        @VisibleTo({ADMIN, DPO}) Instant grantedAt) {

    /** A person or group by name. */
    public record Party(
            @VisibleTo({ADMIN, DPO}) PrincipalKind type,
            @VisibleTo({ADMIN, DPO}) UUID id,
            @VisibleTo({ADMIN, DPO}) String name) {

        static Party of(Principal principal) {
            return new Party(principal.kind(), principal.id(), principal.name());
        }
    }

    static ReaderView of(GrantTrace trace) {
        return new ReaderView(
                Party.of(trace.person()),
                Party.of(trace.through()),
                trace.right(),
                trace.grantId(),
                trace.validFrom(),
                trace.validUntil(),
                trace.purpose(),
                trace.grantedBy(),
                trace.grantedAt());
    }
}
