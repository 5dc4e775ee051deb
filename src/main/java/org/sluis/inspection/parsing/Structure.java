package org.sluis.inspection.parsing;

import java.io.IOException;

/** The outer shape of a format: it begins, goes on and ends as its standard says. Content is not decoded. */
interface Structure {

    /** @throws Refusal where bytes are missing, left over or in disorder */
    void check(Bytes bytes) throws IOException;
}
