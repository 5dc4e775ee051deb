package org.sluis.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.sluis.platform.config.Settings;

/** Puts the directory together with its settings; one serves everybody. */
@ApplicationScoped
class DirectoryProducer {

    @Produces
    @Singleton
    Directory directory(Settings settings) {
        Settings.Directory directory = settings.directory();
        return new Directory(
                new DirectoryClient(
                        directory.url(), directory.clientId(), directory.clientSecret(), directory.patience()),
                settings.oidc().clientId(),
                directory.invitation());
    }

    void close(@Disposes Directory directory) {
        directory.close();
    }
}
