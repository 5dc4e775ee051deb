package org.sluis.inspection.parsing;

import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * Examines small documents a few times before the first real one comes, which would wait for classes and for the table of
 * types to be loaded, and pay for it.
 */
final class WarmUp {

    private static final int TIMES = 50;
    private static final Budget BUDGET = new Budget(1, 1, 1, 1);
    private static final String TEXT = "a sentence without any mark of a format\n";
    private static final String DOCUMENT = """
            %PDF-1.4
            1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
            2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj
            xref
            0 3
            0000000000 65535 f\s
            0000000009 00000 n\s
            0000000052 00000 n\s
            trailer<</Size 3/Root 1 0 R>>
            startxref
            96
            %%EOF
            """;

    private WarmUp() {}

    static void run() {
        examine("warm.pdf", MediaTypes.PDF, DOCUMENT);
        examine("warm.txt", MediaTypes.TEXT, TEXT);
    }

    private static void examine(String name, String type, String content) {
        byte[] document = content.getBytes(StandardCharsets.US_ASCII);
        ParentPipe nobody = new ParentPipe(InputStream.nullInputStream(), OutputStream.nullOutputStream());
        for (int time = 0; time < TIMES; time++) {
            new Examination(nobody, new Meter(BUDGET, document.length), Set.of())
                    .whole(new ArrayBytes(document), name, Set.of(type));
        }
    }
}
