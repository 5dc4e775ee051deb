package org.sluis.stack;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeycloakDistributionTest {
    private final List<String> steps = new ArrayList<>();

    private interface Work {
        void run() throws IOException;
    }

    @Test
    void isUnpackedAndBuiltOnce(@TempDir Path directory) throws Exception {
        Path first = distribution(directory).prepare();
        Path second = distribution(directory).prepare();
        assertThat(second).isEqualTo(first);
        assertThat(first.resolve("lib").resolve("server.jar")).hasContent("server");
        assertThat(steps).containsExactly("unpacking", "build");
    }

    @Test
    void isMadeAgainWhereACrashLeftHalfOfIt(@TempDir Path directory) throws Exception {
        Path half = Files.createDirectories(directory.resolve("cache").resolve("keycloak-1"));
        Files.writeString(half.resolve("debris"), "");
        Path part = Files.createDirectories(directory.resolve("cache").resolve("keycloak-1.part-7"));

        Path made = distribution(directory).prepare();

        assertThat(made.resolve("lib").resolve("server.jar")).exists();
        assertThat(made.resolve("debris")).doesNotExist();
        assertThat(part).doesNotExist();
    }

    @Test
    void isNotThereAfterABuildThatFailed(@TempDir Path directory) throws Exception {
        KeycloakDistribution failing = new KeycloakDistribution(archive(directory), cache(directory), "1", steps(() -> {
            throw new IOException("disk full");
        }));
        assertThatThrownBy(failing::prepare).hasMessage("disk full");
        assertThat(cache(directory).resolve("keycloak-1")).doesNotExist();
    }

    private KeycloakDistribution distribution(Path directory) throws IOException {
        return new KeycloakDistribution(archive(directory), cache(directory), "1", steps(() -> steps.add("build")));
    }

    private KeycloakDistribution.Steps steps(Work build) {
        return new KeycloakDistribution.Steps() {
            @Override
            public void unpacking() {
                steps.add("unpacking");
            }

            @Override
            public void build(Path distribution) throws IOException {
                build.run();
            }
        };
    }

    private static Path cache(Path directory) {
        return directory.resolve("cache");
    }

    private static Path archive(Path directory) throws IOException {
        Path archive = directory.resolve("keycloak-1.zip");
        try (OutputStream file = Files.newOutputStream(archive);
                ZipOutputStream zip = new ZipOutputStream(file)) {
            zip.putNextEntry(new ZipEntry("keycloak-1/lib/server.jar"));
            zip.write("server".getBytes(US_ASCII));
        }
        return archive;
    }
}
