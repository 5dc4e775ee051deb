package org.sluis.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Documents that real programs wrote: those that should pass do, the others do not. Part of the profile {@code corpus}. */
class CorpusTrial {

    private static final Path CORPUS = Path.of(System.getProperty("sluis.corpus"));

    private final Laboratory laboratory = Laboratory.shared();

    @Test
    void documentsOfRealProgramsPass() throws IOException {
        Map<String, String> refusals = refusals("pass");
        assertThat(refusals).hasSizeGreaterThan(300);
        refusals.values().removeIf(String::isEmpty);
        assertThat(refusals).isEmpty();
    }

    @Test
    void whatTheManualRefusesIsRefused() throws IOException {
        assertThat(refusals("refused")).isNotEmpty().doesNotContainValue("");
    }

    private Map<String, String> refusals(String folder) throws IOException {
        Map<String, String> found = new TreeMap<>();
        for (Path file : files(folder)) {
            String name = file.getFileName().toString();
            byte[] content = Files.readAllBytes(file);
            found.put(name, laboratory.refusal(name, content).map(Enum::name).orElse(""));
        }
        return found;
    }

    private static List<Path> files(String folder) throws IOException {
        try (Stream<Path> files = Files.list(CORPUS.resolve(folder))) {
            return files.sorted().toList();
        }
    }
}
