package org.sluis.platform.persistence;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.sluis.kernel.SystemCaller;

/**
 * Names the part of the portal in whose name a transactional method without a person runs. A method that neither takes
 * a {@link org.sluis.kernel.Caller} nor says this sees nothing that the second wall protects.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface ActsAs {
    SystemCaller value();
}
