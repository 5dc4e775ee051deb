package org.sluis.inspection.parsing;

/** Takes in what the fields of a Word document are made of, in its order. */
interface FieldPieces {

    /** @param kind {@code begin}, {@code separate} or {@code end} of a field */
    void mark(String kind);

    /** Text that says that it belongs to an instruction. */
    void instruction(String text);

    /** Text of the document, which belongs to the instruction of a field that has begun. */
    void shown(String text);
}
