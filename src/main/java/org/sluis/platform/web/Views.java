package org.sluis.platform.web;

import jakarta.inject.Inject;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;

/** Lets pages answer with the name of a view, such as {@code documents/list.html}: it shows what {@link PageModel} was given. */
@Provider
@Produces(MediaType.TEXT_HTML)
public class Views implements MessageBodyWriter<String> {

    private static final String ENDING = ".html";

    @Inject
    Templates templates;

    @Inject
    PageModel model;

    @Override
    public boolean isWriteable(Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
        return type == String.class;
    }

    @Override
    public void writeTo(
            String view,
            Class<?> type,
            Type generic,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, Object> headers,
            OutputStream body)
            throws IOException {
        if (!view.endsWith(ENDING)) {
            throw new IllegalArgumentException("a page answers with the name of a view");
        }
        String html = templates.rendered(view.substring(0, view.length() - ENDING.length()), model.shown());
        body.write(html.getBytes(StandardCharsets.UTF_8));
    }
}
