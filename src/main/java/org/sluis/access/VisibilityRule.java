package org.sluis.access;

import org.sluis.kernel.Caller;
import org.sluis.kernel.Role;

/**
 * The one rule of visibility (promises B1, B2, B7), worded as SQL for one person at one instant: inside every list, for
 * one document, and for any instant of the past. In words: a document is visible to an active person who holds a live
 * grant on it, in their own name, their organisation's or a team's, once it has passed the gate; before that, and when
 * it was refused, only if the person sent it. Administrators see the metadata of everything in order to grant.
 *
 * <p>The fragments speak of {@code g}, a grant, and {@code d}, a document.
 */
public final class VisibilityRule {

    private final String person;
    private final String instant;

    private VisibilityRule(String person, String instant) {
        this.person = person;
        this.instant = instant;
    }

    /**
     * The rule as it stands when the statement begins, on the database's clock.
     *
     * @param person an SQL parameter holding the person's identifier as text
     */
    public static VisibilityRule now(String person) {
        return new VisibilityRule("cast(" + person + " as uuid)", "statement_timestamp()");
    }

    /**
     * The rule as it stood.
     *
     * @param person an SQL expression of type {@code uuid}
     * @param instant an SQL expression of type {@code timestamptz}
     */
    static VisibilityRule at(String person, String instant) {
        return new VisibilityRule(person, instant);
    }

    /** In whose name grants to the person may stand, as an array; empty where the account is not active. */
    public String principals() {
        return """
                array(
                    select m.principal_id
                    from membership m
                    join membership own on own.person_id = m.person_id and own.principal_id = m.person_id
                    where m.person_id = %s and %s and %s)
                """.formatted(person, isRunning("m"), isRunning("own"));
    }

    /** Whether membership {@code alias} is in force. */
    String isRunning(String alias) {
        return "%1$s.since <= %2$s and (%1$s.until is null or %1$s.until > %2$s)".formatted(alias, instant);
    }

    /** Whether grant {@code g} is in force. */
    public String grantIsLive() {
        return "g.valid_from <= %1$s and (g.valid_until is null or g.valid_until > %1$s)".formatted(instant);
    }

    /** Whether a live grant shows document {@code d}, in the state it is in. */
    public String stateShows() {
        return "(d.state in ('AVAILABLE', 'RECALLED') or (d.state <> 'ERASED' and d.uploader_id = %s))"
                .formatted(person);
    }

    /**
     * The person's strongest live grant on {@code d}, among equals the one that lasts longest. It is looked up by who
     * holds it, one look for each principal, so that it costs the same however many others hold one on {@code d}.
     */
    public String bestGrant() {
        return """
                select g.access_right, g.valid_until
                from unnest(%s) as name(id)
                cross join lateral (
                    select g.access_right, g.valid_until
                    from document_grant g
                    where g.principal_id = name.id and g.document_id = d.id and %s
                    limit 1) g
                order by array_position(array['REVISE', 'DOWNLOAD', 'VIEW'], g.access_right),
                         g.valid_until desc nulls first
                limit 1
                """.formatted(principals(), grantIsLive());
    }

    /** Whether the caller sees metadata without a grant. */
    public static boolean seesEverything(Caller caller) {
        return caller.is(Role.ADMIN);
    }
}
