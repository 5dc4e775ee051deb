package org.sluis.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.junit.jupiter.api.Test;

/**
 * Files of real programs and hostile ones, each with what must become of it: part of the profile {@code corpus}. What came of
 * it, by type, rule and time, is written beside the files.
 */
class CorpusTrial {

    private static final Path CORPUS = Path.of(System.getProperty("sluis.corpus"));
    private static final int EVERYDAY_FILES = 1_500;
    private static final int HOSTILE_FILES = 300;

    private final Laboratory laboratory = Laboratory.shared();
    private final Map<String, Tally> tallies = new TreeMap<>();
    private final List<String> differences = new ArrayList<>();

    @Test
    void everyFileComesOutAsItMust() throws IOException {
        List<Trial> everyday = table("everyday.tsv");
        List<Trial> hostile = table("hostile.tsv");
        assertThat(everyday).hasSizeGreaterThanOrEqualTo(EVERYDAY_FILES);
        assertThat(hostile).hasSizeGreaterThanOrEqualTo(HOSTILE_FILES);
        for (Trial trial : everyday) {
            tryOut(trial);
        }
        for (Trial trial : hostile) {
            tryOut(trial);
        }
        report(everyday.size() + hostile.size());
        assertThat(differences).isEmpty();
    }

    private static List<Trial> table(String name) throws IOException {
        try (InputStream table = Files.newInputStream(CORPUS.resolve(name))) {
            return Trial.read(table);
        }
    }

    private void tryOut(Trial trial) throws IOException {
        byte[] content = Files.readAllBytes(Path.of(trial.file()));
        long begin = System.nanoTime();
        Inspection found = laboratory.inspect(
                () -> new SeekableInMemoryByteChannel(content), content.length, trial.name(), trial.types());
        long millis = (System.nanoTime() - begin) / 1_000_000;
        String rule =
                found.objection().map(objection -> objection.rule().slug()).orElse("passed");
        tallies.computeIfAbsent(found.mediaType() + "\t" + rule, key -> new Tally())
                .add(millis);
        String outcome = Trial.outcome(found);
        if (!outcome.equals(trial.expected())) {
            differences.add(trial.file() + " was " + outcome + " instead of " + trial.expected() + " "
                    + found.objection().map(Object::toString).orElse(""));
        }
    }

    private void report(int files) throws IOException {
        try (PrintWriter report = new PrintWriter(Files.newBufferedWriter(CORPUS.resolve("report.tsv")))) {
            report.println("type\trule\tfiles\tmilliseconds each\tlongest");
            tallies.forEach((kind, tally) -> report.println(kind + "\t" + tally));
            report.println(files + " files, " + differences.size() + " differences");
            differences.forEach(report::println);
        }
    }

    /** Files that came out alike. */
    private static final class Tally {

        private int files;
        private long millis;
        private long longest;

        void add(long took) {
            files++;
            millis += took;
            longest = Math.max(longest, took);
        }

        @Override
        public String toString() {
            return files + "\t" + millis / files + "\t" + longest;
        }
    }
}
