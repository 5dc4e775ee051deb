package org.sluis.platform.web;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.sluis.platform.bodies.BodyTurns;
import org.sluis.platform.bodies.SentForm;

/**
 * Lets no change pass that does not repeat the secret of its session's pages (ASVS 3.5.1): nothing is done, and the person is
 * told that the page has expired. It comes after {@link PageGate}, which lets only short forms pass.
 */
@Provider
@Priority(Priorities.AUTHORIZATION)
public class TokenGate implements ContainerRequestFilter {

    private static final Set<String> HARMLESS = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    @Inject
    HttpServletRequest request;

    @Inject
    ProblemPages problems;

    @Inject
    SessionToken token;

    @Inject
    BodyTurns turns;

    @Override
    public void filter(ContainerRequestContext context) throws IOException {
        if (!HARMLESS.contains(context.getMethod()) && !isRepeated(context)) {
            context.abortWith(PageExceptionMapper.response(expired(context)));
        }
    }

    private boolean isRepeated(ContainerRequestContext context) throws IOException {
        return told(context).filter(told -> token.isOf(request, told)).isPresent();
    }

    /** Whoever typed it and has signed in again since may send it from here; a page of anybody else says nothing. */
    private ProblemPages.Worded expired(ContainerRequestContext context) throws IOException {
        if (!SentForm.isIn(context)) {
            return problems.expired();
        }
        SentForm form = SentForm.read(context);
        return form.value(SessionToken.FIELD)
                        .filter(told -> token.wasOf(request, told))
                        .isPresent()
                ? problems.typedBefore(form)
                : problems.expired();
    }

    private Optional<String> told(ContainerRequestContext context) throws IOException {
        String header = context.getHeaderString(SessionToken.HEADER);
        if (header != null) {
            return Optional.of(header);
        }
        if (SentForm.isIn(context)) {
            return SentForm.read(context).value(SessionToken.FIELD);
        }
        MediaType type = context.getMediaType();
        return type != null && type.isCompatible(MediaType.MULTIPART_FORM_DATA_TYPE)
                ? inFormWithFiles(context)
                : Optional.empty();
    }

    /** It is the first field of such a form. The form stays there to be read. */
    private Optional<String> inFormWithFiles(ContainerRequestContext context) throws IOException {
        FirstPart first = FirstPart.of(context.getEntityStream(), turns);
        context.setEntityStream(first.body());
        return first.value(SessionToken.FIELD);
    }
}
