package org.sluis.platform.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sluis.stack.ComposeFile;

/** The portal in {@code docker/compose.yaml} starts with the settings it is given there, and with no others. */
class ContainerSettingsTest {

    private static final String MASTER_KEY_FILE = "SLUIS_BLOB_MASTER_KEY_FILE";
    private static final String LOGO = "SLUIS_BRAND_LOGO";
    private static final String MASTER_KEY = Base64.getEncoder().encodeToString(new byte[32]);

    private static final Map<String, String> INSTALLATION = Map.of(
            "SLUIS_PUBLIC_URL", "https://documents.example.org",
            "SLUIS_LOGIN_URL", "https://login.example.org",
            "SLUIS_MAIL_FROM", "sluis@example.org",
            "SLUIS_ZONE", "Europe/Brussels");

    private final Set<String> asked = new HashSet<>();
    private final Map<String, String> given = new HashMap<>();

    @TempDir
    Path folder;

    @BeforeEach
    void readTheFile() throws IOException {
        ComposeFile file = ComposeFile.with(variable -> INSTALLATION.getOrDefault(variable, "example.org"));
        given.putAll(file.environment("portal"));
        file.secrets("portal").forEach(name -> given.put(name, "a secret"));
        assertThat(given).containsEntry(LOGO, "/opt/sluis/logo.svg");
        given.put(LOGO, "src/main/webapp/assets/logo.svg");
        assertThat(given).containsEntry(MASTER_KEY_FILE, "/run/secrets/master-key");
        given.put(
                MASTER_KEY_FILE,
                Files.writeString(folder.resolve("key"), MASTER_KEY).toString());
    }

    @Test
    void givesEverySettingThatHasNoDefaultAndNoneThatMakesNoSense() {
        assertThatCode(this::read).doesNotThrowAnyException();
    }

    @Test
    void namesOnlySettingsThatExist() {
        read();
        assertThat(asked.stream().flatMap(key -> Stream.of(key, variableOf(key))))
                .containsAll(given.keySet().stream()
                        .filter(name -> name.toLowerCase(Locale.ROOT).startsWith("sluis"))
                        .toList());
    }

    @Test
    void passesNoSecretInTheEnvironment() {
        assertThat(given.keySet())
                .filteredOn(name -> name.matches(".*(PASSWORD|SECRET|MASTER_KEY)"))
                .isEmpty();
    }

    private void read() {
        new SettingsReader(key -> {
                    asked.add(key);
                    return Optional.ofNullable(given.get(key))
                            .or(() -> Optional.ofNullable(given.get(variableOf(key))));
                })
                .read();
    }

    /** How MicroProfile Config finds a key in the environment. */
    private static String variableOf(String key) {
        return key.replaceAll("[^A-Za-z0-9_]", "_").toUpperCase(Locale.ROOT);
    }
}
