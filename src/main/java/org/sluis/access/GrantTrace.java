package org.sluis.access;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.sluis.people.Principal;
import org.sluis.people.PrincipalKind;
import org.sluis.platform.persistence.NamedRow;
import org.sluis.platform.persistence.Projection;

/**
 * A grant as it reaches, or fails to reach, one person.
 *
 * @param through to whom the grant was given: the person, or a group they are or were in
 */
record GrantTrace(
        Principal person,
        Principal through,
        Right right,
        UUID grantId,
        Instant validFrom,
        Optional<Instant> validUntil,
        String purpose,
        String grantedBy,
        Instant grantedAt,
        Outcome outcome) {

    /** Whether a grant counts for a person, and if not, why. */
    enum Outcome {
        LIVE,
        NOT_YET,
        EXPIRED,
        REVOKED,
        REPLACED,
        ERASED,
        NOT_A_MEMBER
    }

    /** What {@link #of} reads, but for the {@code outcome}; {@code p} person, {@code g} grant, {@code giver} who gave it. */
    static final Projection COLUMNS = Projection.of("""
            person = p.id
            personName = p.name
            principal = g.principal_id
            principalKind = g.principal_kind
            principalName = coalesce((select o.name from organisation o where o.id = g.principal_id), \
            (select t.name from team t where t.id = g.principal_id), p.name)
            right = g.access_right
            grant = g.id
            validFrom = g.valid_from
            validUntil = g.valid_until
            purpose = g.purpose
            grantedBy = giver.name
            grantedAt = g.granted_at
            """);

    static GrantTrace of(NamedRow row) {
        return new GrantTrace(
                new Principal(
                        row.id("person").orElseThrow(),
                        PrincipalKind.PERSON,
                        row.text("personName").orElseThrow()),
                new Principal(
                        row.id("principal").orElseThrow(),
                        PrincipalKind.valueOf(row.text("principalKind").orElseThrow()),
                        row.text("principalName").orElseThrow()),
                Right.valueOf(row.text("right").orElseThrow()),
                row.id("grant").orElseThrow(),
                row.instant("validFrom").orElseThrow(),
                row.instant("validUntil"),
                row.text("purpose").orElseThrow(),
                row.text("grantedBy").orElseThrow(),
                row.instant("grantedAt").orElseThrow(),
                Outcome.valueOf(row.text("outcome").orElseThrow()));
    }
}
