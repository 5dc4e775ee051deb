package org.sluis.inspection.parsing;

/** As much of a document has been read as is shown of it. Ends the reading at once. */
final class Enough extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Enough() {
        super("enough", null, false, false);
    }
}
