package org.sluis.platform.persistence;

import java.util.Map;
import org.eclipse.persistence.sessions.Session;
import org.eclipse.persistence.sessions.SessionCustomizer;
import org.flywaydb.core.Flyway;
import org.sluis.platform.config.Settings;
import org.sluis.platform.config.SettingsProducer;

/**
 * Brings the database to the version of this program, as its owner, before EclipseLink opens its first connection as
 * the application's role. Migrations only run forward; a database newer than the program stops the start.
 */
public final class MigrateBeforeConnecting implements SessionCustomizer {

    @Override
    public void customize(Session session) {
        Settings.Database database = SettingsProducer.current().database();
        Flyway.configure(MigrateBeforeConnecting.class.getClassLoader())
                .dataSource(database.url(), database.ownerUser(), database.ownerPassword())
                .locations("classpath:db/migration")
                .placeholders(Map.of("application-role", database.user()))
                .connectRetries(30)
                .load()
                .migrate();
    }
}
