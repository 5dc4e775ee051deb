package org.sluis.platform.config;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** Gives the portal's settings to whoever injects them. */
@ApplicationScoped
public class SettingsProducer {

    /** The settings of this application, from MicroProfile Config; also for code that starts before injection does. */
    public static Settings current() {
        Config config = ConfigProvider.getConfig();
        return new SettingsReader(key -> config.getOptionalValue(key, String.class)).read();
    }

    @Produces
    @Singleton
    Settings settings() {
        return current();
    }
}
