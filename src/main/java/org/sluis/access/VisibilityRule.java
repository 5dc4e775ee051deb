package org.sluis.access;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.sluis.kernel.Caller;
import org.sluis.kernel.Role;
import org.sluis.platform.persistence.Row;

/**
 * The one rule of visibility (promises B1, B2), in the two forms that are needed: as SQL inside every query and as the
 * answer of {@link Access} on one document. In words: a document is visible to whoever holds a live grant on it, once
 * it has passed the gate; before that, and when it was refused, only to its uploader. Administrators see the metadata
 * of everything in order to grant.
 *
 * <p>The fragments speak of {@code g}, a row of {@code document_grant}, and {@code d}, a row of {@code document}.
 */
public final class VisibilityRule {

    /** Whether a grant is in force at this moment of the database's clock. */
    public static final String GRANT_IS_LIVE =
            "g.valid_from <= clock_timestamp() and (g.valid_until is null or g.valid_until > clock_timestamp())";

    /** Whether a live grant shows the document to person {@code #person}. */
    public static final String PASSED_OR_OWN =
            "(d.state in ('AVAILABLE', 'RECALLED') or d.uploader_id = cast(#person as uuid))";

    /** The strongest live grant of the principals {@code #principals} on {@code d}, among equals the one that lasts longest. */
    public static final String BEST_GRANT = """
            select g.access_right, g.valid_until
            from document_grant g
            where g.document_id = d.id and g.principal_id = any(cast(#principals as uuid[])) and %s
            order by array_position(array['REVISE', 'DOWNLOAD', 'VIEW'], g.access_right), g.valid_until desc nulls first
            limit 1
            """.formatted(GRANT_IS_LIVE);

    private VisibilityRule() {}

    /** In whose name a grant to the caller may stand. */
    public static Collection<UUID> principals(Caller caller) {
        return List.of(caller.personId());
    }

    /** The same as a parameter for {@code cast(… as uuid[])}. */
    public static String principalArray(Caller caller) {
        return Row.array(principals(caller));
    }

    /** Whether the caller sees metadata without a grant. */
    public static boolean seesEverything(Caller caller) {
        return caller.is(Role.ADMIN);
    }
}
