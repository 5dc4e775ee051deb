package org.sluis.platform.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mvc.engine.ViewEngine;
import jakarta.mvc.engine.ViewEngineContext;
import jakarta.mvc.engine.ViewEngineException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Lets controllers answer with the name of a view, such as {@code documents/list.html}. */
@ApplicationScoped
public class ThymeleafViews implements ViewEngine {

    private static final String ENDING = ".html";

    @Inject
    Templates templates;

    @Override
    public boolean supports(String view) {
        return view.endsWith(ENDING);
    }

    @Override
    public void processView(ViewEngineContext context) throws ViewEngineException {
        String view = context.getView();
        String html = templates.rendered(
                view.substring(0, view.length() - ENDING.length()),
                context.getModels().asMap());
        try {
            context.getOutputStream().write(html.getBytes(StandardCharsets.UTF_8));
        } catch (IOException readerGone) {
            throw new ViewEngineException(readerGone);
        }
    }
}
