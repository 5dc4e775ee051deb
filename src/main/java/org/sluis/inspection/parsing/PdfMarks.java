package org.sluis.inspection.parsing;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import org.apache.pdfbox.cos.COSObjectKey;

/**
 * Where in a PDF document objects begin, by their marks ("12 0 obj") in the bytes alone. A reader that finds the table of
 * objects damaged goes by these, and of two objects with one number takes the later.
 */
final class PdfMarks {

    private static final int MAX_MARKS = 2_000_000;
    private static final long LARGEST = 9_999_999_999L;

    private final Map<COSObjectKey, Long> last = new HashMap<>();
    private State state = State.OTHER;
    private long number;
    private long generation;
    private int digits;
    private long start;
    private long generationStart;

    /** What has been read of a mark. */
    private enum State {
        OTHER,
        NUMBER,
        AFTER_NUMBER,
        GENERATION,
        AFTER_GENERATION,
        O,
        B
    }

    private PdfMarks() {}

    /** The place of the last mark of each object. */
    static Map<COSObjectKey, Long> in(Bytes bytes) throws IOException {
        PdfMarks marks = new PdfMarks();
        byte[] piece = new byte[Bytes.STREAM_BUFFER];
        long position = 0;
        try (InputStream content = bytes.stream()) {
            for (int read = content.read(piece); read >= 0; read = content.read(piece)) {
                for (int index = 0; index < read; index++) {
                    marks.next(piece[index], position++);
                }
            }
        }
        return marks.last;
    }

    private void next(byte letter, long position) {
        if (letter >= '0' && letter <= '9') {
            digit(letter - '0', position);
        } else if (letter == ' '
                || letter == '\n'
                || letter == '\r'
                || letter == '\t'
                || letter == '\f'
                || letter == 0) {
            blank();
        } else {
            letter(letter);
        }
    }

    private void digit(int digit, long position) {
        switch (state) {
            case NUMBER -> number = number * 10 + digit;
            case GENERATION -> generation = generation * 10 + digit;
            case AFTER_NUMBER -> {
                state = State.GENERATION;
                generation = digit;
                digits = 0;
            }
            case AFTER_GENERATION -> {
                // What looked like a number and a generation were numbers before them.
                number = generation;
                start = generationStart;
                state = State.GENERATION;
                generation = digit;
                digits = 0;
            }
            default -> {
                state = State.NUMBER;
                number = digit;
                generation = 0;
                start = position;
                digits = 0;
            }
        }
        if (state == State.GENERATION && digits == 0) {
            generationStart = position;
        }
        digits++;
        if (number > LARGEST || generation > LARGEST) {
            state = State.OTHER;
        }
    }

    private void blank() {
        state = switch (state) {
            case NUMBER, AFTER_NUMBER -> State.AFTER_NUMBER;
            case GENERATION, AFTER_GENERATION -> State.AFTER_GENERATION;
            default -> State.OTHER;
        };
    }

    private void letter(byte letter) {
        boolean first = letter == 'o' && (state == State.GENERATION || state == State.AFTER_GENERATION);
        if (first) {
            state = State.O;
        } else if (letter == 'b' && state == State.O) {
            state = State.B;
        } else {
            if (letter == 'j' && state == State.B && generation <= Integer.MAX_VALUE) {
                last.put(new COSObjectKey(number, (int) generation), start);
                Refusal.unless(last.size() <= MAX_MARKS, Rule.STRUCTURE_SIZE);
            }
            state = State.OTHER;
        }
    }
}
