package org.sluis.stack;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The tests of this class run inside the server, as part of the portal. All such classes share one deployment; their names
 * end in {@code InContainerIT}, by which {@link ContainerSuiteIT} finds them.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(ArquillianExtension.class)
public @interface InContainer {

    /** Classes of the tests that this one uses. */
    Class<?>[] with() default {};
}
