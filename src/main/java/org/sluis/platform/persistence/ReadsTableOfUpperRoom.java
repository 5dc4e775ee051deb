package org.sluis.platform.persistence;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names a table that statements of this type read although a room above its own has it. Tables are read downwards, as types are
 * imported; this is the exception, said where it is made. It allows no writing.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface ReadsTableOfUpperRoom {

    /** The table. */
    String value();

    /** What is read of it, and why it cannot be asked of the room that has it. */
    String because();
}
