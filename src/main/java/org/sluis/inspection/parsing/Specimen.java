package org.sluis.inspection.parsing;

/** One file or member under examination. */
final class Specimen {

    private final FileName name;
    private final byte[] head;
    private final Source source;
    private final int depth;
    private final Expectation expectation;

    /**
     * @param head its first bytes, {@link Magic#HEAD_BYTES} at most
     * @param depth how many containers it lies in
     */
    Specimen(FileName name, byte[] head, Source source, int depth, Expectation expectation) {
        this.name = name;
        this.head = head;
        this.source = source;
        this.depth = depth;
        this.expectation = expectation;
    }

    FileName name() {
        return name;
    }

    byte[] head() {
        return head;
    }

    Source source() {
        return source;
    }

    int depth() {
        return depth;
    }

    Expectation expectation() {
        return expectation;
    }
}
