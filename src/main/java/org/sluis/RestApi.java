package org.sluis;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Components;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;
import org.eclipse.microprofile.openapi.annotations.servers.Server;
import org.sluis.access.AccessResource;
import org.sluis.access.GrantBatchResource;
import org.sluis.access.GrantResource;
import org.sluis.accounts.AccountChangeResource;
import org.sluis.accounts.AccountResource;
import org.sluis.accounts.ColleagueResource;
import org.sluis.accounts.DriftResource;
import org.sluis.accounts.OwnAccountResource;
import org.sluis.accounts.PeopleResource;
import org.sluis.audit.AuditResource;
import org.sluis.audit.OwnAuditResource;
import org.sluis.documents.ContentResource;
import org.sluis.documents.DocumentResource;
import org.sluis.documents.PreviewResource;
import org.sluis.home.OverviewResource;
import org.sluis.intake.CopyResource;
import org.sluis.intake.UploadResource;
import org.sluis.intake.tus.ResumableResource;
import org.sluis.intake.tus.TusHeaders;
import org.sluis.mail.NewsResource;
import org.sluis.mail.OwnMailsResource;
import org.sluis.people.MeResource;
import org.sluis.people.MemberResource;
import org.sluis.people.OrganisationResource;
import org.sluis.people.TeamResource;
import org.sluis.platform.rest.AnyExceptionMapper;
import org.sluis.platform.rest.ApiGate;
import org.sluis.platform.rest.KnownParameters;
import org.sluis.platform.rest.NeverCached;
import org.sluis.platform.rest.OpenApiResource;
import org.sluis.platform.rest.PlainAddresses;
import org.sluis.platform.rest.ProblemDocument;
import org.sluis.platform.rest.ProblemExceptionMapper;
import org.sluis.platform.rest.StatedTypes;
import org.sluis.platform.rest.StrictJsonProvider;
import org.sluis.quarantine.QuarantineResource;
import org.sluis.quarantine.SecondLookResource;

/** The REST API. Its classes are named one by one: what is not here does not answer. */
@SecurityScheme(securitySchemeName = "bearer", type = SecuritySchemeType.HTTP, scheme = "bearer", bearerFormat = "JWT")
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Sluis",
                        version = "1",
                        description = "Every upload is held and checked before anyone may see it."),
        servers = @Server(url = "/", description = "The portal that gives this description"),
        security = @SecurityRequirement(name = "bearer"),
        components =
                @Components(
                        responses =
                                @APIResponse(
                                        name = "Problem",
                                        description = "Refused: a problem (RFC 9457); its type says which",
                                        content =
                                                @Content(
                                                        mediaType = ProblemDocument.MEDIA_TYPE,
                                                        schema =
                                                                @Schema(
                                                                        type = SchemaType.OBJECT,
                                                                        properties = {
                                                                            @SchemaProperty(
                                                                                    name = "type",
                                                                                    type = SchemaType.STRING),
                                                                            @SchemaProperty(
                                                                                    name = "title",
                                                                                    type = SchemaType.STRING),
                                                                            @SchemaProperty(
                                                                                    name = "status",
                                                                                    type = SchemaType.INTEGER),
                                                                            @SchemaProperty(
                                                                                    name = "detail",
                                                                                    type = SchemaType.STRING),
                                                                            @SchemaProperty(
                                                                                    name = "instance",
                                                                                    type = SchemaType.STRING)
                                                                        })))))
@ApplicationPath("/api")
public class RestApi extends Application {

    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(
                DocumentResource.class,
                OwnMailsResource.class,
                NewsResource.class,
                ContentResource.class,
                PreviewResource.class,
                QuarantineResource.class,
                SecondLookResource.class,
                UploadResource.class,
                CopyResource.class,
                ResumableResource.class,
                TusHeaders.class,
                GrantResource.class,
                GrantBatchResource.class,
                AccessResource.class,
                MeResource.class,
                OverviewResource.class,
                AuditResource.class,
                OwnAuditResource.class,
                PeopleResource.class,
                AccountChangeResource.class,
                AccountResource.class,
                OwnAccountResource.class,
                OrganisationResource.class,
                MemberResource.class,
                TeamResource.class,
                ColleagueResource.class,
                DriftResource.class,
                OpenApiResource.class,
                PlainAddresses.class,
                NeverCached.class,
                ApiGate.class,
                KnownParameters.class,
                StatedTypes.class,
                StrictJsonProvider.class,
                ProblemExceptionMapper.class,
                AnyExceptionMapper.class);
    }

    @Override
    public Map<String, Object> getProperties() {
        return Map.of("jersey.config.server.wadl.disableWadl", true);
    }
}
