package org.sluis;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;
import java.util.Set;
import org.sluis.access.AccessResource;
import org.sluis.access.GrantBatchResource;
import org.sluis.access.GrantResource;
import org.sluis.documents.DocumentResource;
import org.sluis.intake.UploadResource;
import org.sluis.people.MeResource;
import org.sluis.platform.rest.AnyExceptionMapper;
import org.sluis.platform.rest.ApiGate;
import org.sluis.platform.rest.ProblemExceptionMapper;
import org.sluis.platform.rest.StrictJsonProvider;

/** The REST API. Its classes are named one by one: what is not here does not answer. */
@ApplicationPath("/api")
public class RestApi extends Application {

    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(
                DocumentResource.class,
                UploadResource.class,
                GrantResource.class,
                GrantBatchResource.class,
                AccessResource.class,
                MeResource.class,
                ApiGate.class,
                StrictJsonProvider.class,
                ProblemExceptionMapper.class,
                AnyExceptionMapper.class);
    }

    @Override
    public Map<String, Object> getProperties() {
        return Map.of("jersey.config.server.wadl.disableWadl", true);
    }
}
