package org.sluis.platform.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.sluis.platform.config.Settings;
import org.sluis.stack.Backdoor;
import org.sluis.stack.InContainer;

/** The database is the owner's and up to date before the application's role first connects. */
@InContainer
class MigrationInContainerIT {

    @Inject
    Settings settings;

    @PersistenceContext(unitName = "sluis")
    EntityManager entities;

    @Test
    void everyMigrationOfThisProgramIsDone() {
        Settings.Database database = settings.database();
        Flyway flyway = Flyway.configure(getClass().getClassLoader())
                .dataSource(database.url(), database.ownerUser(), database.ownerPassword())
                .locations("classpath:db/migration")
                .placeholders(Map.of("application-role", database.user()))
                .load();
        assertThat(flyway.info().pending()).isEmpty();
        assertThat(flyway.info().applied()).isNotEmpty();
    }

    /** The server of the tests is set otherwise, so this says that the portal sees to it. */
    @Test
    void whatIsCommittedIsOnTheDisk() {
        assertThat(entities.createNativeQuery("select current_setting('synchronous_commit')")
                        .getSingleResult())
                .isEqualTo("on");
    }

    @Test
    void applicationWorksAsItsOwnRoleAndOwnsNothing() throws Exception {
        Settings.Database database = settings.database();
        assertThat(entities.createNativeQuery("select cast(current_user as text)")
                        .getSingleResult())
                .isEqualTo(database.user());
        assertThat(new Backdoor(settings)
                        .text("select count(*) from pg_class where relowner = cast(? as regrole)", database.user()))
                .isEqualTo("0");
    }
}
