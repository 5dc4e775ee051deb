package org.sluis.documents;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.sluis.access.VisibilityRule;

/** Which of the documents that a caller sees are shown, by what is still to be done with them. */
public enum Among {
    ALL("true"),

    /** Another has sent the version that is shown, and the caller has neither had its bytes nor looked at it. */
    UNREAD("""
            d.state = 'AVAILABLE' and d.current_uploader_id <> cast(?1 as uuid)
            and not exists (
                select from document_recipient r
                where r.document_id = d.id and r.version = d.current_version and r.person_id = cast(?1 as uuid))
            and not exists (
                select from document_seen s
                where s.document_id = d.id and s.person_id = cast(?1 as uuid) and s.version >= d.current_version)
            """),

    /** The caller's right ends within two weeks. */
    ENDING("""
            d.state = 'AVAILABLE'
            and (select best.valid_until from (%s) best) < statement_timestamp() + interval '14 days'
            """.formatted(VisibilityRule.now("?1").bestGrant())),

    /** Nobody but the sender has access; for administrators. */
    UNGRANTED("""
            d.state = 'AVAILABLE'
            and not exists (
                select from document_grant g
                where g.document_id = d.id and g.principal_id <> d.uploader_id and %s)
            """.formatted(VisibilityRule.now("?1").grantIsLive()));

    /** An SQL condition on document {@code d}; {@code ?1} is the caller. */
    final String condition;

    Among(String condition) {
        this.condition = condition;
    }

    /** As addresses and forms write it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Among> named(String code) {
        return Arrays.stream(values())
                .filter(among -> among != ALL && among.code().equals(code))
                .findFirst();
    }
}
