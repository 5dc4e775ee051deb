package org.sluis.inspection.parsing;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * What of a file is to be shown to somebody who does not get the file.
 *
 * @param page which page, from 1, where it is to be a picture
 * @param width how wide the picture is to be, in pixels; of words, how many characters of text they may come from
 * @param mark what is written across the picture; empty for nothing
 */
public record Glance(Part part, int page, int width, String mark) {

    /** The widest picture that is made. */
    public static final int MOST_WIDTH = 1600;

    /** The highest. */
    public static final int MOST_HEIGHT = 3200;

    /** Which part. */
    public enum Part {
        /** How many pages there are, and how large the picture of one would be: both measures as text. */
        OUTLINE,
        PICTURE,
        TEXT,
        /** What somebody would read in it, for finding it by its words. */
        WORDS
    }

    /** @param page whose picture's size is asked for, too */
    public static Glance outline(int page, int width) {
        return new Glance(Part.OUTLINE, page, width, "");
    }

    public static Glance text() {
        return new Glance(Part.TEXT, 0, 0, "");
    }

    /** @param most characters of text */
    public static Glance words(int most) {
        return new Glance(Part.WORDS, 0, most, "");
    }

    public static Glance picture(int page, int width, String mark) {
        return new Glance(Part.PICTURE, page, width, mark);
    }

    /** As it crosses the pipe from the portal to the child. */
    public void write(DataOutput out) throws IOException {
        out.writeUTF(part.name());
        out.writeInt(page);
        out.writeInt(width);
        out.writeUTF(mark);
    }

    static Glance read(DataInput in) throws IOException {
        return new Glance(Part.valueOf(in.readUTF()), in.readInt(), in.readInt(), in.readUTF());
    }
}
