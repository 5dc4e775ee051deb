package org.sluis.inspection.parsing;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The stream {@code \1Ole} of an object ([MS-OLEDS] 2.3.3): whether it is only a link, and by its monikers to where.
 *
 * @param linked whether it says so
 * @param addresses that its monikers hold, of URLs and of files
 */
record ObjectLink(boolean linked, List<String> addresses) {

    private static final int FLAGS_AT = 4;
    private static final int LINKED = 1;
    private static final int HEADER_BYTES = 20;
    private static final int CLASS_BYTES = 16;
    private static final int MAX_ADDRESSES = 16;
    private static final int MAX_ADDRESS_BYTES = 4096;
    /** How the name of another machine begins, in whatever structure it stands. */
    private static final Pattern ELSEWHERE =
            Pattern.compile("(?i)(\\\\\\\\|[a-z]{1,8}(?<!file)://|file://[^/])[!-~]{0,200}");

    private static final byte[] URL_MONIKER =
            HexFormat.of().parseHex(ObjectClass.stored("79eac9e0-baf9-11ce-8c82-00aa004ba90b"));
    private static final byte[] FILE_MONIKER =
            HexFormat.of().parseHex(ObjectClass.stored("00000303-0000-0000-c000-000000000046"));

    static ObjectLink of(byte[] stream) {
        boolean linked = stream.length > FLAGS_AT && (stream[FLAGS_AT] & LINKED) != 0;
        List<String> addresses = new ArrayList<>();
        for (int at = Math.min(HEADER_BYTES, stream.length);
                at + CLASS_BYTES < stream.length && addresses.size() < MAX_ADDRESSES;
                at++) {
            if (isAt(stream, at, URL_MONIKER)) {
                add(addresses, text(stream, at + CLASS_BYTES + 4, StandardCharsets.UTF_16LE));
            } else if (isAt(stream, at, FILE_MONIKER)) {
                add(addresses, text(stream, at + CLASS_BYTES + 6, StandardCharsets.ISO_8859_1));
            }
        }
        addresses.addAll(elsewhere(stream));
        return new ObjectLink(linked, List.copyOf(addresses));
    }

    /** Addresses on other machines in whatever structure they stand, in letters of one byte or two. */
    static List<String> elsewhere(byte[] bytes) {
        Matcher found = ELSEWHERE.matcher(new String(bytes, StandardCharsets.ISO_8859_1).replace("\0", ""));
        return found.find() ? List.of(found.group()) : List.of();
    }

    private static void add(List<String> addresses, String address) {
        if (!address.isEmpty()) {
            addresses.add(address);
        }
    }

    private static boolean isAt(byte[] bytes, int at, byte[] id) {
        return Arrays.equals(bytes, at, at + CLASS_BYTES, id, 0, CLASS_BYTES);
    }

    private static String text(byte[] bytes, int from, Charset charset) {
        if (from >= bytes.length) {
            return "";
        }
        String text = new String(bytes, from, Math.min(bytes.length - from, MAX_ADDRESS_BYTES), charset);
        int end = text.indexOf('\0');
        return end < 0 ? text : text.substring(0, end);
    }

    /** @throws Refusal where any other machine is named */
    static void checkElsewhere(byte[] bytes) {
        for (String address : elsewhere(bytes)) {
            throw new Refusal(Rule.LINKED_OBJECT).naming(address);
        }
    }

    /** @throws Refusal where it links to something that does not lie on the sender's own drives */
    void check(Examination examination) {
        if (!linked) {
            return;
        }
        for (String address : addresses) {
            boolean program = new FileName(address).isOfProgram();
            if (program || Links.isElsewhere(address)) {
                throw new Refusal(Rule.LINKED_OBJECT).naming(address);
            }
        }
        Refusal.unless(!addresses.isEmpty(), Rule.LINKED_OBJECT);
        examination.note(ContentNotice.Kind.LINKED_FILE, addresses.get(0));
    }
}
