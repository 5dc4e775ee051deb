package org.sluis.inspection.parsing;

/**
 * One file or member under examination.
 *
 * @param head its first bytes, {@link Magic#HEAD_BYTES} at most
 * @param depth how many containers it lies in
 */
record Specimen(FileName name, byte[] head, Source source, int depth, Expectation expectation) {}
