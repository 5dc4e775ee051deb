package org.sluis.stack;

/** A part of the stack. {@link #start} returns when the part answers; {@link #stop} may be called at any moment. */
interface Part {
    void start() throws Exception;

    /** Ends the part and all it started; harmless when it never ran. */
    void stop();
}
