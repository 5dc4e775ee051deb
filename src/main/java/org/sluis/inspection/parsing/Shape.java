package org.sluis.inspection.parsing;

import java.util.Set;

/** In which shape files of a type can be shown to somebody who does not get the file. */
public enum Shape {
    /** Pages, one picture each. */
    PAGES,
    TEXT,
    /** Rows of cells. */
    TABLE,
    /** In none. */
    NONE;

    /** What the pictures of the Java platform can be read from; WebP and HEIC are not among them. */
    private static final Set<String> PICTURES =
            Set.of(MediaTypes.PNG, MediaTypes.JPEG, MediaTypes.GIF, MediaTypes.BMP, MediaTypes.TIFF);

    public static Shape of(String mediaType) {
        if (mediaType.equals(MediaTypes.PDF) || PICTURES.contains(mediaType)) {
            return PAGES;
        }
        return switch (mediaType) {
            case MediaTypes.TEXT, MediaTypes.JSON, MediaTypes.XML -> TEXT;
            case MediaTypes.CSV, MediaTypes.TSV -> TABLE;
            default -> NONE;
        };
    }
}
