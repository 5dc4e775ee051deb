package org.sluis.platform.config;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.sluis.stack.InContainer;

@InContainer
class SettingsProducerInContainerIT {

    @Inject
    Instance<Settings> settings;

    @Test
    void givesWhatTheServerWasToldAndDefaultsForTheRest() {
        Settings given = settings.get();
        assertThat(given.publicUrl()).hasToString(told("sluis.public-url"));
        assertThat(given.database().url()).isEqualTo(told("sluis.database.url"));
        assertThat(given.oidc().issuer()).hasToString(told("sluis.oidc.issuer"));
        assertThat(given.blobs().directory()).hasToString(told("sluis.blob.directory"));
        assertThat(given.operatorPort()).hasToString(told("sluis.operator.port"));
        assertThat(given.intake().longestUpload()).isEqualTo(Duration.ofHours(24));
    }

    @Test
    void readsThemOnce() {
        assertThat(settings.get()).isSameAs(settings.get());
    }

    private static String told(String key) {
        return ConfigProvider.getConfig().getValue(key, String.class);
    }
}
