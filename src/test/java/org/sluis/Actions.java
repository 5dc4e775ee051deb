package org.sluis;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.util.Arrays;
import java.util.List;
import org.sluis.kernel.AuditAction;

/** Every action that a room declares for the trail. */
public final class Actions {

    private Actions() {}

    /** The enums that declare them. */
    public static List<Class<?>> enums() {
        return new ClassFileImporter()
                .withImportOption(new DoNotIncludeTests()).importPackages("org.sluis").stream()
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
