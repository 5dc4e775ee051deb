package org.sluis;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;

/** The portal's own classes, read once for all tests of a process that look at them: it takes seconds. */
public final class PortalClasses {

    private static final JavaClasses ALL =
            new ClassFileImporter().withImportOption(new DoNotIncludeTests()).importPackages("org.sluis");

    private PortalClasses() {}

    public static JavaClasses all() {
        return ALL;
    }
}
