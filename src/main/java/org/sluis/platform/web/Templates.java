package org.sluis.platform.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContext;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.messageresolver.AbstractMessageResolver;
import org.thymeleaf.templateresolver.WebApplicationTemplateResolver;
import org.thymeleaf.web.servlet.JakartaServletWebApplication;

/**
 * Renders views in the reader's language. A view is rendered whole before anything is sent, so a fault in it is a
 * proper error page and never half a page.
 */
@ApplicationScoped
public class Templates {

    @Inject
    Messages messages;

    @Inject
    Formats formats;

    @Inject
    AssetAddresses assets;

    @Inject
    PortalPage page;

    private @Nullable TemplateEngine engine;

    /** @param view a name below {@code WEB-INF/views}, without ending */
    public String rendered(String view, Map<String, ? extends @Nullable Object> model) {
        Context context = new Context(page.locale());
        model.forEach(context::setVariable);
        context.setVariable("page", page);
        context.setVariable("format", formats);
        context.setVariable("assets", assets);
        return engine().process(view, context);
    }

    @Inject
    void prepare(ServletContext servlets) {
        WebApplicationTemplateResolver views =
                new WebApplicationTemplateResolver(JakartaServletWebApplication.buildApplication(servlets));
        views.setCharacterEncoding("UTF-8");
        views.setPrefix("/WEB-INF/views/");
        views.setSuffix(".html");
        TemplateEngine prepared = new TemplateEngine();
        prepared.setTemplateResolver(views);
        prepared.setMessageResolver(new PortalMessages());
        engine = prepared;
    }

    private TemplateEngine engine() {
        if (engine == null) {
            throw new IllegalStateException("used before it was prepared");
        }
        return engine;
    }

    /** A missing text is a fault of the view, found by whoever first renders it. */
    private final class PortalMessages extends AbstractMessageResolver {

        @Override
        public String resolveMessage(
                ITemplateContext context, @Nullable Class<?> origin, String key, Object @Nullable [] arguments) {
            return messages.text(context.getLocale(), key, arguments == null ? new Object[0] : arguments);
        }

        @Override
        public String createAbsentMessageRepresentation(
                ITemplateContext context, @Nullable Class<?> origin, String key, Object @Nullable [] arguments) {
            throw new IllegalArgumentException("no text for " + key);
        }
    }
}
