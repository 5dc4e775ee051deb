package org.sluis.inspection.parsing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The extra fields of a ZIP header, as far as they bear on what the archive means. */
final class ZipExtra {

    private static final int ZIP64 = 1;
    private static final int UNICODE_PATH = 0x7075;
    private static final int UNICODE_PATH_HEADER = 5;

    private final Map<Integer, byte[]> fields = new HashMap<>();

    /** Some writers leave odd bytes at the end; they are no field to anybody. */
    ZipExtra(byte[] extra) throws IOException {
        Cursor cursor = new Cursor(new ArrayBytes(extra), 0);
        while (cursor.left() >= 4) {
            int id = cursor.u16le();
            int length = cursor.u16le();
            if (length > cursor.left()) {
                return;
            }
            byte[] earlier = fields.putIfAbsent(id, cursor.bytes(length));
            Refusal.unless(earlier == null || (id != ZIP64 && id != UNICODE_PATH), Rule.INCONSISTENT);
        }
    }

    /** The 64-bit numbers, in place of those numbers that say "look there". */
    List<Long> resolved(List<Long> numbers) throws IOException {
        Cursor cursor = new Cursor(new ArrayBytes(fields.getOrDefault(ZIP64, new byte[0])), 0);
        List<Long> found = new ArrayList<>();
        for (long number : numbers) {
            found.add(number == 0xffffffffL && cursor.left() >= 8 ? cursor.u64le() : number);
        }
        return found;
    }

    Optional<String> unicodePath() {
        return Optional.ofNullable(fields.get(UNICODE_PATH))
                .filter(field -> field.length > UNICODE_PATH_HEADER)
                .map(field -> new String(
                        field, UNICODE_PATH_HEADER, field.length - UNICODE_PATH_HEADER, StandardCharsets.UTF_8));
    }
}
