package org.sluis.platform.rest;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import org.sluis.kernel.Problem;
import org.sluis.kernel.ProblemException;
import org.sluis.kernel.Sha256;

/**
 * What a reader sees of one thing, and the state a change of it must name.
 *
 * @param entityTag strong; the same for every reader, although not all may see the same members
 */
public record Snapshot(FilteredView members, String entityTag) {

    public static Snapshot of(Record view, Set<Audience> readers) {
        return new Snapshot(FieldFilter.shown(view, readers), entityTag(view));
    }

    /** The answer of the API, with the state in its {@code ETag}. */
    public Response answer() {
        return Response.ok(members).header(HttpHeaders.ETAG, entityTag).build();
    }

    /** @throws ProblemException {@code precondition-required} or {@code stale} */
    public static void requireCurrent(Record view, Optional<EntityTags> expected) {
        EntityTags tags = expected.orElseThrow(() -> new ProblemException(Problem.PRECONDITION_REQUIRED));
        if (!tags.nameStrongly(entityTag(view))) {
            throw new ProblemException(Problem.STALE);
        }
    }

    private static String entityTag(Record view) {
        return '"' + Sha256.of(view.toString().getBytes(StandardCharsets.UTF_8)).hex() + '"';
    }
}
