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

    /** What there are readers for in Java; HEIC is not among them. */
    private static final Set<String> PICTURES =
            Set.of(MediaTypes.PNG, MediaTypes.JPEG, MediaTypes.GIF, MediaTypes.BMP, MediaTypes.TIFF, MediaTypes.WEBP);

    public static Shape of(String mediaType) {
        if (mediaType.equals(MediaTypes.PDF) || PICTURES.contains(mediaType)) {
            return PAGES;
        }
        if (isOffice(mediaType)) {
            return mediaType.endsWith("sheet") ? TABLE : TEXT;
        }
        return switch (mediaType) {
            case MediaTypes.TEXT, MediaTypes.JSON, MediaTypes.XML -> TEXT;
            case MediaTypes.CSV, MediaTypes.TSV -> TABLE;
            default -> NONE;
        };
    }

    /** Whether only the words of such a file are shown, and its layout is left out. */
    public static boolean isOffice(String mediaType) {
        return mediaType.startsWith(MediaTypes.OOXML) || mediaType.startsWith(MediaTypes.ODF);
    }
}
