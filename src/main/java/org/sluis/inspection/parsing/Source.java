package org.sluis.inspection.parsing;

import java.io.IOException;
import java.io.InputStream;

/** Where a file's bytes come from. A format asks for one of the two, once: in order, or in any order. */
interface Source {

    InputStream stream() throws IOException;

    Bytes bytes() throws IOException;

    /** The file that came in. */
    record Whole(Bytes bytes) implements Source {

        @Override
        public InputStream stream() {
            return bytes.stream();
        }
    }
}
