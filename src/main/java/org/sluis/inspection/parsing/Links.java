package org.sluis.inspection.parsing;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Addresses in documents: where somebody may be sent by a click, and what a document may fetch by itself. An address is
 * read as it stands and with its percent signs resolved (RFC 3986), with the slashes of Windows and without what programs
 * skip; the worse reading counts.
 */
final class Links {

    /** Where an address leads, from harmless to worse. */
    enum Place {
        /** Within the document or beside it. */
        INSIDE,
        /** A picture that stands in the address itself, or in the message the document came with. */
        ENCLOSED,
        /** A file of whoever opens the document. */
        OWN_MACHINE,
        WEB,
        /** A program that takes addresses and is no danger: mail, telephone. */
        CONTACT,
        /** A program that takes addresses. */
        HANDLER,
        /** A file of another machine, which is told who opens it. */
        SHARE
    }

    private static final int MAX_ENCODINGS = 4;
    private static final Pattern SCHEME = Pattern.compile("^([a-z][a-z0-9+.-]*):(.*)", Pattern.DOTALL);
    private static final Pattern IGNORED = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\p{Z}\\s]");
    private static final Pattern ENCODED = Pattern.compile("%([0-9a-f]{2})");
    private static final Pattern PICTURE =
            Pattern.compile("^image/(png|jpe?g|gif|bmp|webp|tiff|x-emf|x-wmf)[;,].*", Pattern.DOTALL);
    private static final Pattern FILE_OF_A_DRIVE =
            Pattern.compile("^/{0,3}(localhost/)?[a-z][:|](/.*)?$", Pattern.DOTALL);
    private static final Pattern LONG_PATH_OF_A_DRIVE = Pattern.compile("^//[?.]/[a-z]:(/.*)?$", Pattern.DOTALL);
    private static final Set<String> WEB = Set.of("http", "https", "ftp", "ftps", "sftp");
    private static final Set<String> CONTACTS =
            Set.of("mailto", "tel", "callto", "skype", "sip", "sips", "sms", "fax", "urn", "doi", "news");

    private Links() {}

    /** Whether a click there is an ordinary hyperlink: no program, no share that would be told who clicks. */
    static boolean isHyperlink(String address) {
        Place place = place(address);
        return place != Place.SHARE && place != Place.HANDLER;
    }

    /** @throws Refusal naming the address, where a click there is no ordinary hyperlink */
    static void checkClick(String address) {
        Place place = place(address);
        if (place == Place.SHARE) {
            throw new Refusal(Rule.NETWORK_SHARE).naming(address);
        }
        if (place == Place.HANDLER) {
            throw new Refusal(Rule.UNSAFE_LINK).naming(address);
        }
    }

    /**
     * @param remote the rule that forbids what is fetched from another machine there
     * @throws Refusal naming the address, where something there does not lie in the document or on the reader's own machine
     */
    static void checkFetch(String address, Rule remote) {
        switch (place(address)) {
            case SHARE -> throw new Refusal(Rule.NETWORK_SHARE).naming(address);
            case WEB, CONTACT, HANDLER -> throw new Refusal(remote).naming(address);
            default -> {
                // Nobody else learns of it.
            }
        }
    }

    /** Whether something there lies within the document itself. */
    static boolean isInside(String address) {
        return place(address) == Place.INSIDE;
    }

    /** Whether something there lies on another machine. */
    static boolean isElsewhere(String address) {
        return switch (place(address)) {
            case WEB, CONTACT, HANDLER, SHARE -> true;
            default -> false;
        };
    }

    /** Where the address leads, in its worst reading. */
    static Place place(String address) {
        String reading = normal(address);
        Place worst = placeOf(reading);
        for (int time = 0; time < MAX_ENCODINGS && worst != Place.WEB && worst != Place.CONTACT; time++) {
            String decoded = normal(decoded(reading));
            if (decoded.equals(reading)) {
                return worst;
            }
            reading = decoded;
            worst = worse(worst, placeOf(reading));
        }
        return worst;
    }

    private static Place worse(Place one, Place other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    private static Place placeOf(String normal) {
        if (LONG_PATH_OF_A_DRIVE.matcher(normal).matches()) {
            return Place.OWN_MACHINE;
        }
        if (normal.startsWith("//")) {
            return Place.SHARE;
        }
        Matcher scheme = SCHEME.matcher(normal);
        if (scheme.matches()) {
            return placeOf(scheme.group(1), scheme.group(2));
        }
        return normal.startsWith("/") || normal.startsWith("../") ? Place.OWN_MACHINE : Place.INSIDE;
    }

    private static Place placeOf(String scheme, String rest) {
        if (scheme.length() == 1) {
            return Place.OWN_MACHINE;
        }
        if (scheme.equals("file")) {
            return isOfThisMachine(rest) ? Place.OWN_MACHINE : Place.SHARE;
        }
        if (WEB.contains(scheme)) {
            return Place.WEB;
        }
        boolean enclosed = scheme.equals("cid")
                || (scheme.equals("data") && PICTURE.matcher(rest).matches());
        if (enclosed) {
            return Place.ENCLOSED;
        }
        boolean blank = scheme.equals("about") && rest.equals("blank");
        return blank || CONTACTS.contains(scheme) ? Place.CONTACT : Place.HANDLER;
    }

    /** A path without the name of a machine, in any of the ways in which programs write and mend it. */
    private static boolean isOfThisMachine(String path) {
        if (FILE_OF_A_DRIVE.matcher(path).matches()) {
            return true;
        }
        String below = path.startsWith("///") ? path.substring(2) : path;
        return !below.contains("//");
    }

    private static String normal(String address) {
        return IGNORED.matcher(address).replaceAll("").replace('\\', '/').toLowerCase(Locale.ROOT);
    }

    private static String decoded(String address) {
        return ENCODED.matcher(address)
                .replaceAll(found -> Matcher.quoteReplacement(new String(
                        new byte[] {(byte) Integer.parseInt(found.group(1), 16)}, StandardCharsets.ISO_8859_1)));
    }
}
