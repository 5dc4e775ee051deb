package org.sluis;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Arrays;
import java.util.List;
import org.sluis.kernel.AuditAction;

/** Every action that a room declares for the trail. */
public final class Actions {

    private Actions() {}

    /** The enums that declare them. */
    public static List<Class<?>> enums() {
        return PortalClasses.all().stream()
                .filter(type -> type.isAssignableTo(AuditAction.class) && !type.isInterface())
                .<Class<?>>map(JavaClass::reflect)
                .toList();
    }

    /** The actions themselves. */
    public static List<AuditAction> declared() {
        return enums().stream()
                .flatMap(type -> Arrays.stream(type.getEnumConstants()))
                .map(AuditAction.class::cast)
                .toList();
    }
}
