package org.sluis.inspection.parsing;

import java.io.IOException;

/** What somebody would read in a file, without its looks: for finding the file again by its words. */
public final class ReadableText {

    private static final String TAG = "<[^<>]*>";

    private ReadableText() {}

    /** Whether files of a type have any that can be taken. */
    public static boolean isIn(String mediaType) {
        return mediaType.equals(MediaTypes.PDF) || isText(mediaType) || isOffice(mediaType);
    }

    private static boolean isText(String mediaType) {
        return switch (Shape.of(mediaType)) {
            case TEXT, TABLE -> !isOffice(mediaType);
            default -> false;
        };
    }

    private static boolean isOffice(String mediaType) {
        return mediaType.startsWith(MediaTypes.OOXML) || mediaType.startsWith(MediaTypes.ODF);
    }

    /**
     * Its beginning.
     *
     * @param meter what taking it apart may cost
     * @param most characters
     */
    static String of(Bytes file, String mediaType, Meter meter, int most) throws IOException {
        String text;
        if (mediaType.equals(MediaTypes.PDF)) {
            text = PdfText.of(file, most);
        } else if (isOffice(mediaType)) {
            text = new OfficeText(mediaType.startsWith(MediaTypes.ODF), most).of(file, meter);
        } else {
            String plain = TextShown.of(file).text();
            text = mediaType.equals(MediaTypes.XML) ? plain.replaceAll(TAG, " ") : plain;
        }
        return text.substring(0, Math.min(most, text.length()));
    }
}
