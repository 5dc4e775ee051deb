package org.sluis.platform.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.Map;
import org.sluis.kernel.Caller;
import org.sluis.kernel.Deed;
import org.sluis.kernel.ResourceRef;

/** Brings into the trail that a person called what their role may never do (ASVS 16.3.2). */
@ApplicationScoped
public class RefusedCalls {

    @Inject
    Event<Deed> deeds;

    public void tell(Caller caller, ContainerRequestContext call) {
        deeds.fire(new Deed(
                caller,
                "endpoint-called",
                false,
                ResourceRef.every("endpoint"),
                Map.of("method", call.getMethod(), "path", call.getUriInfo().getPath())));
    }
}
