package org.sluis.inspection;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.List;
import java.util.Set;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.sluis.inspection.parsing.Glance;

/** A page to draw before anybody waits for one: classes and the font are loaded with the first, and that takes a child seconds. */
final class Practice {

    static final Glance GLANCE = Glance.picture(1, 200, "Sluis");

    private static final String PDF = "application/pdf";
    private static final byte[] PAGE = """
            %PDF-1.4
            1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
            2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
            3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Contents 4 0 R
            /Resources<</Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>endobj
            4 0 obj<</Length 64>>stream
            BT /F 12 Tf 20 100 Td (Sluis) Tj ET 20 20 m 180 180 l S 1 0 0 rg f
            endstream endobj
            trailer<</Size 5/Root 1 0 R>>
            %%EOF
            """.getBytes(US_ASCII);

    private Practice() {}

    static ParseRequest request() {
        return new ParseRequest(new SeekableInMemoryByteChannel(PAGE.clone()), PAGE.length, "", Set.of(PDF), List.of());
    }
}
