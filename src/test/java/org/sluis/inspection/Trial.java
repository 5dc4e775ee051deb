package org.sluis.inspection;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * One line of a table of files and what must become of them.
 *
 * @param file where it is
 * @param name under which it is sent
 * @param category as which it is sent
 * @param expected {@code AVAILABLE}, or the problem it is refused with
 */
record Trial(String file, String name, String category, String expected) {

    private static final String AVAILABLE = "AVAILABLE";

    /** The lines below the heading; further columns are for whoever reads the table. */
    static List<Trial> read(InputStream table) throws IOException {
        List<Trial> found = new ArrayList<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(table, StandardCharsets.UTF_8))) {
            lines.readLine();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] columns = line.split("\t", -1);
                found.add(new Trial(columns[0], columns[1], columns[2], columns[3]));
            }
        }
        return found;
    }

    /** What becomes of it, in the words of the table. */
    String outcome(Laboratory laboratory, byte[] content) {
        return outcome(laboratory.inspect(name, content, types()));
    }

    static String outcome(Inspection found) {
        return found.refusal().map(problem -> problem.slug()).orElse(AVAILABLE);
    }

    Set<String> types() {
        return ShippedCategories.get().named(category).orElseThrow().types();
    }

    @Override
    public String toString() {
        return file;
    }
}
