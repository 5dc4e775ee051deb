package org.sluis.inspection.parsing;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** How a camera was held, as a JPEG picture says it (Exif 2.32, tag 274): quarters of a turn to the right that make it upright. */
record Orientation(int quarters) {

    private static final int HEAD_BYTES = 256 * 1024;
    private static final int FIRST_OF_APPLICATIONS = 0xffe0;
    private static final int COMMENT = 0xfffe;
    private static final String EXIF = "Exif\0\0";
    private static final short ORIENTATION = 274;
    private static final int ENTRY_BYTES = 12;
    private static final Orientation UPRIGHT = new Orientation(0);

    /** Of a picture that begins as JPEG does; of any other it is not asked. */
    static Orientation of(Bytes file) throws IOException {
        byte[] head = file.upTo(0, HEAD_BYTES);
        if (!Magic.starts(head, "\u00ff\u00d8")) {
            return UPRIGHT;
        }
        try {
            ByteBuffer segments = ByteBuffer.wrap(head);
            int at = 2;
            while (isApplications(segments.getShort(at))) {
                if (Magic.at(head, at + 4, EXIF)) {
                    int start = at + 4 + EXIF.length();
                    return told(
                            ByteBuffer.wrap(head, start, head.length - start).slice());
                }
                at += 2 + (segments.getShort(at + 2) & 0xffff);
            }
        } catch (IndexOutOfBoundsException unsaid) {
            return UPRIGHT;
        }
        return UPRIGHT;
    }

    private static boolean isApplications(short marker) {
        return (marker & 0xfff0) == FIRST_OF_APPLICATIONS || (marker & 0xffff) == COMMENT;
    }

    private static Orientation told(ByteBuffer tiff) {
        tiff.order(tiff.get(0) == 'M' ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        int directory = tiff.getInt(4);
        int entries = tiff.getShort(directory) & 0xffff;
        for (int entry = 0; entry < entries; entry++) {
            int place = directory + 2 + entry * ENTRY_BYTES;
            if (tiff.getShort(place) == ORIENTATION) {
                return new Orientation(
                        switch (tiff.getShort(place + 8)) {
                            case 3, 4 -> 2;
                            case 6, 5 -> 1;
                            case 8, 7 -> 3;
                            default -> 0;
                        });
            }
        }
        return UPRIGHT;
    }

    boolean isTurned() {
        return quarters % 2 != 0;
    }

    BufferedImage upright(BufferedImage lying) {
        if (quarters == 0) {
            return lying;
        }
        int width = isTurned() ? lying.getHeight() : lying.getWidth();
        int height = isTurned() ? lying.getWidth() : lying.getHeight();
        BufferedImage standing = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = standing.createGraphics();
        AffineTransform turn = new AffineTransform();
        turn.translate(width / 2.0, height / 2.0);
        turn.quadrantRotate(quarters);
        turn.translate(-lying.getWidth() / 2.0, -lying.getHeight() / 2.0);
        graphics.drawImage(lying, turn, null);
        graphics.dispose();
        return standing;
    }
}
