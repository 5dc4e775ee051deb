package org.sluis.platform.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import org.eclipse.krazo.forms.FormMethodOverwriteFilter;

/**
 * Has MVC make its filter for hidden methods once. It would make one for each request to a page, and look through all
 * libraries for services each time: a quarter of the time of a request, for a filter that is switched off.
 */
public class FiltersMadeOnce implements Extension {

    void once(@Observes ProcessAnnotatedType<FormMethodOverwriteFilter> filter) {
        filter.configureAnnotatedType()
                .remove(annotation -> annotation.annotationType() == RequestScoped.class)
                .add(ApplicationScoped.Literal.INSTANCE);
    }
}
