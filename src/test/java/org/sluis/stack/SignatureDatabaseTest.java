package org.sluis.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SignatureDatabaseTest {
    @Test
    void usesTheOfficialDatabaseWhereItIsComplete(@TempDir Path directory) throws Exception {
        Path official = Files.createDirectory(directory.resolve("official"));
        Files.createFile(official.resolve("main.cvd"));
        Files.createFile(official.resolve("daily.cld"));
        Path own = directory.resolve("own");

        assertThat(new SignatureDatabase(own, official).prepare()).isTrue();
        assertThat(own.resolve("main.cvd")).isSymbolicLink();
        assertThat(own.resolve("daily.cld")).isSymbolicLink();
        assertThat(own.resolve("eicar.hdb")).isRegularFile();
    }

    @Test
    void saysSoWhereItIsNot(@TempDir Path directory) throws Exception {
        Path official = Files.createDirectory(directory.resolve("official"));
        Files.createFile(official.resolve("main.cvd"));
        Path own = directory.resolve("own");

        assertThat(new SignatureDatabase(own, official).prepare()).isFalse();
        assertThat(own.resolve("main.cvd")).doesNotExist();
        assertThat(own.resolve("eicar.hdb")).hasContent("44d88612fea8a8f36de82e1278abb02f:68:Eicar-Test-Signature\n");
    }
}
