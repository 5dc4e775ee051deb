package org.sluis.access;

import static org.sluis.platform.rest.Audience.ADMIN;
import static org.sluis.platform.rest.Audience.DPO;
import static org.sluis.platform.rest.Audience.UPLOADER;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.sluis.people.Principal;
import org.sluis.platform.rest.VisibleTo;

/** A grant as it leaves. The uploader learns who may do what, not why or by whose hand. */
@Schema(name = "Grant")
record GrantView(
        @VisibleTo({ADMIN, DPO}) UUID id,
        @VisibleTo({ADMIN, DPO, UPLOADER}) Holder principal,
        @VisibleTo({ADMIN, DPO, UPLOADER}) Right right,
        @VisibleTo({ADMIN, DPO}) Instant validFrom,
        @VisibleTo({ADMIN, DPO}) Optional<Instant> validUntil,
        @VisibleTo({ADMIN, DPO}) String purpose,
        @VisibleTo({ADMIN, DPO}) String grantedBy,
        @VisibleTo({ADMIN, DPO}) Instant grantedAt) {

    /** How the description of the API names a page of them. */
    @Schema(name = "GrantPage")
    record Page(List<GrantView> items, Optional<String> nextCursor) {}

    /** Who holds the grant. */
    public record Holder(
            @VisibleTo({ADMIN, DPO}) String type,
            @VisibleTo({ADMIN, DPO}) UUID id,

            @VisibleTo({ADMIN, DPO, UPLOADER}) String name) {}

    static GrantView of(Grant grant, Map<UUID, Principal> names) {
        return new GrantView(
                grant.id(),
                new Holder(grant.principalKind().name(), grant.principalId(), name(names.get(grant.principalId()))),
                grant.right(),
                grant.validFrom(),
                grant.validUntil(),
                grant.purpose(),
                name(names.get(grant.grantedBy())),
                grant.grantedAt());
    }

    private static String name(@Nullable Principal principal) {
        return principal == null ? "" : principal.name();
    }
}
