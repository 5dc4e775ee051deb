package org.sluis.stack;

/** The stack cannot start or go on; the message says why in words for the person at the terminal. */
public final class StackException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StackException(String message) {
        super(message);
    }

    StackException(String message, Throwable cause) {
        super(message, cause);
    }
}
