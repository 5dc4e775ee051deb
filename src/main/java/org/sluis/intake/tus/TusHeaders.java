package org.sluis.intake.tus;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;
import org.sluis.kernel.Problem;

/** Each answer about an upload says the version of the protocol, refusals too (tus 1.0.0, "Tus-Resumable"). */
@Provider
public class TusHeaders implements ContainerResponseFilter {

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (!request.getUriInfo().getPath().matches("/?uploads(/.*)?")) {
            return;
        }
        response.getHeaders().putSingle("Tus-Resumable", Tus.VERSION);
        if (response.getStatus() == Problem.TUS_VERSION.status()) {
            response.getHeaders().putSingle("Tus-Version", Tus.VERSION);
        }
    }
}
