package org.sluis.inspection.parsing;

/** Keeps pictures out that nobody's viewer could open: a few bytes may announce terabytes. */
final class Pixels {

    private static final long MOST = 1_000_000_000;

    private Pixels() {}

    static void check(long width, long height) {
        if (width <= 0 || height <= 0) {
            throw new Refusal(Rule.DAMAGED);
        }
        if (height > MOST / width) {
            throw new Refusal(Rule.PICTURE_SIZE);
        }
    }
}
