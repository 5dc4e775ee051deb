package org.sluis.people;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.sluis.kernel.Caller;
import org.sluis.platform.rest.Audience;
import org.sluis.platform.rest.Concealment;
import org.sluis.platform.security.CurrentCaller;

/** Where the realm's accounts and the portal's persons differ. */
@Path("directory/drift")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("admin")
public class DriftResource {

    /** Whoever has more of them has another problem. */
    private static final int MOST = 200;

    @Inject
    CurrentCaller caller;

    @Inject
    Reconciliation reconciliation;

    @GET
    @Operation(summary = "The differences found when they were last compared")
    public Map<String, @Nullable Object> last() {
        Caller administrator = caller.get();
        return answer(administrator, reconciliation.last(administrator));
    }

    @POST
    @Operation(summary = "Compare now")
    public Map<String, @Nullable Object> now() {
        Caller administrator = caller.get();
        return answer(administrator, Optional.of(reconciliation.now(administrator)));
    }

    private static Map<String, @Nullable Object> answer(Caller administrator, Optional<Comparison> found) {
        Set<Audience> readers = Audience.of(administrator);
        List<Drift> drifts = found.map(Comparison::drifts).orElse(List.of());
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        answer.put(
                "comparedAt",
                found.map(comparison -> comparison.at().toString()).orElse(null));
        answer.put("total", drifts.size());
        answer.put(
                "items",
                drifts.stream()
                        .limit(MOST)
                        .map(drift -> Concealment.shown(drift, readers))
                        .toList());
        answer.put("nextCursor", null);
        return answer;
    }
}
