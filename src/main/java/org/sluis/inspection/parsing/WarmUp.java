package org.sluis.inspection.parsing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** Examines a small document a few times before the first real one comes, which would wait for classes to be loaded. */
final class WarmUp {

    private static final int TIMES = 50;
    private static final Budget BUDGET = new Budget(1, 1, 1, 1);
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
        byte[] document = DOCUMENT.getBytes(StandardCharsets.US_ASCII);
        Portal nobody = new Portal(InputStream.nullInputStream(), OutputStream.nullOutputStream());
        try {
            for (int time = 0; time < TIMES; time++) {
                new Examination(nobody, new Meter(BUDGET, document.length))
                        .whole(new ArrayBytes(document), "warm.pdf", Set.of(MediaTypes.PDF));
            }
        } catch (IOException impossible) {
            throw new IllegalStateException("the document is in memory", impossible);
        }
    }
}
