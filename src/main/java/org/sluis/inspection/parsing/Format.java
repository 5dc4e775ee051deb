package org.sluis.inspection.parsing;

import java.io.IOException;

/** Proves that a specimen is what its first bytes claim, wholly and nothing else besides. */
interface Format {

    /** @throws Refusal with what is wrong with it */
    void check(Specimen specimen) throws IOException;
}
