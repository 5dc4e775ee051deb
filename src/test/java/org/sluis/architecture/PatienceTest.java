package org.sluis.architecture;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.concurrent.TimeUnit;

/** Nobody waits by the clock, tests least of all. */
@AnalyzeClasses(packages = "org.sluis")
class PatienceTest {

    @ArchTest
    static final ArchRule nobodySleeps = noClasses()
            .should()
            .callMethodWhere(target(owner(assignableTo(Thread.class)).or(owner(assignableTo(TimeUnit.class))))
                    .and(target(name("sleep"))))
            .because("a nap is too long on a fast machine and too short on a slow one: wait for the condition itself");
}
