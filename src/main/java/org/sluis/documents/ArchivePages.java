package org.sluis.documents;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.sluis.kernel.Caller;
import org.sluis.platform.config.Settings;
import org.sluis.platform.rest.Audience;
import org.sluis.platform.security.CurrentCaller;

/** What was ticked in the list of documents, in one download. */
@Path("documents/archive")
@RequestScoped
public class ArchivePages {

    @Inject
    CurrentCaller caller;

    @Inject
    Archives archives;

    @Inject
    ArchiveResponse packed;

    @Inject
    DownloadTurn turn;

    @Inject
    Settings settings;

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces({"application/zip", MediaType.TEXT_HTML})
    @RolesAllowed({"client", "inspector", "admin", "dpo"})
    public Response download(@FormParam("document") List<String> documents) {
        Caller reader = caller.get();
        List<UUID> wanted =
                new ArchiveRequest(documents).documents(settings.archives().members());
        turn.beginArchive(reader);
        return packed.of(archives.contents(reader, wanted, settings.archives().total()), Audience.of(reader));
    }
}
