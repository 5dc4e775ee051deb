package org.sluis.access;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.sluis.people.Principal;
import org.sluis.people.PrincipalKind;
import org.sluis.platform.persistence.Row;

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

    /** What {@link #of} reads, in its order, but for the outcome: {@code p} person, {@code g} grant, {@code giver} who gave it. */
    static final String COLUMNS = """
            p.id, p.name, g.principal_id, g.principal_kind,
            coalesce((select o.name from organisation o where o.id = g.principal_id),
                     (select t.name from team t where t.id = g.principal_id), p.name),
            g.access_right, g.id, g.valid_from, g.valid_until, g.purpose, giver.name, g.granted_at
            """;

    static GrantTrace of(Row row) {
        return new GrantTrace(
                new Principal(
                        row.id(0).orElseThrow(),
                        PrincipalKind.PERSON,
                        row.text(1).orElseThrow()),
                new Principal(
                        row.id(2).orElseThrow(),
                        PrincipalKind.valueOf(row.text(3).orElseThrow()),
                        row.text(4).orElseThrow()),
                Right.valueOf(row.text(5).orElseThrow()),
                row.id(6).orElseThrow(),
                row.instant(7).orElseThrow(),
                row.instant(8),
                row.text(9).orElseThrow(),
                row.text(10).orElseThrow(),
                row.instant(11).orElseThrow(),
                Outcome.valueOf(row.text(12).orElseThrow()));
    }
}
