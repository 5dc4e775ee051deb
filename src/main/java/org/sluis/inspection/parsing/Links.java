package org.sluis.inspection.parsing;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
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
    /** How Windows names devices, drives and shares below its own names; dots that lead upwards stay within a drive elsewhere only. */
    private static final Pattern DEVICE = Pattern.compile("^(//[?.]|/\\?\\?)/.*", Pattern.DOTALL);

    private static final Pattern DEVICE_OF_A_FILE = Pattern.compile("^/*\\?{1,2}/.*", Pattern.DOTALL);
    private static final Pattern DRIVE_AS_DEVICE =
            Pattern.compile("^(//[?.]|/\\?\\?)/[a-z]:(/(?!.*\\.\\.).*)?$", Pattern.DOTALL);
    private static final Set<String> WEB = Set.of("http", "https", "ftp", "ftps", "sftp");
    private static final Set<String> SHARES = Set.of(
            "smb",
            "cifs",
            "nfs",
            "afp",
            "dav",
            "davs",
            "webdav",
            "webdavs",
            "vnd.sun.star.webdav",
            "vnd.sun.star.webdavs");
    /** With a blank behind the colon they start as without. */
    private static final Pattern STARTING = Pattern.compile("(?i)(ms-|vnd\\.).*|(java|vb|live|j|perl)script|mocha|macro"
            + "|data|file|shell|script|mhtml|mk|its|ms|res|jar|hcp|search(-ms)?|about|view-source|ldaps?|telnet|ssh|rdp|vnc|steam|irc"
            + "|jnlps?|callto|tn3270|rlogin|wyciwyg|chrome|geo|webcal|msteams|onenote(-cmd)?|zoommtg|slack|whatsapp"
            + "|skype-for-business|lync|im|xmpp|magnet|bingmaps|calculator|itms(-apps)?|intent|windowsdefender"
            + "|x-apple.*|tg|outlook");

    private static final Pattern PROSE =
            Pattern.compile("^\\p{Z}*([\\p{L}][^:/\\\\?#%\\p{Cntrl}]*):(.*)$", Pattern.DOTALL);
    private static final Pattern HOST_AND_PORT =
            Pattern.compile("(?i)^(localhost|[a-z0-9-]+(\\.[a-z0-9-]+)+):\\d{1,5}([/?#].*)?$", Pattern.DOTALL);
    private static final Set<String> CONTACTS =
            Set.of("mailto", "tel", "callto", "skype", "sip", "sips", "sms", "fax", "urn", "doi", "news");

    private Links() {}

    /** Whether a click there is an ordinary hyperlink: no program, no share that would be told who clicks. */
    static boolean isHyperlink(String address) {
        Place place = place(address);
        return place != Place.SHARE && (place != Place.HANDLER || isPlain(address));
    }

    /** @throws Refusal naming the address, where a click there is no ordinary hyperlink */
    static void checkClick(String address) {
        checkPiece(address);
        if (runs(address)) {
            throw new Refusal(Rule.UNSAFE_LINK).naming(address);
        }
    }

    /** @throws Refusal naming what may be a piece of an address, where a click is no ordinary hyperlink whatever the rest */
    static void checkPiece(String address) {
        Place place = place(address);
        if (place == Place.SHARE) {
            throw new Refusal(Rule.NETWORK_SHARE).naming(address);
        }
        boolean handler = place == Place.HANDLER && !isPlain(address);
        if (handler || (ClickedFile.hasDrive(normal(address)) && runs(address))) {
            throw new Refusal(Rule.UNSAFE_LINK).naming(address);
        }
    }

    /** Whether a click there runs a file, of the reader's own machine or beside the document. */
    static boolean runs(String address) {
        return readings(address).stream()
                .filter(reading -> placeOf(reading).compareTo(Place.OWN_MACHINE) <= 0)
                .anyMatch(ClickedFile::runs);
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

    /** Words with a colon that somebody took for an address, or a host with its port: nothing starts there. */
    private static boolean isPlain(String address) {
        String written = address.replace("%20", " ");
        Matcher prose = PROSE.matcher(written);
        if (!prose.matches() || STARTING.matcher(normal(prose.group(1))).matches()) {
            return false;
        }
        boolean blank = prose.group(1).strip().contains(" ") || prose.group(2).startsWith(" ");
        return blank || HOST_AND_PORT.matcher(written.strip()).matches();
    }

    /** Where the address leads, in its worst reading. */
    static Place place(String address) {
        Place worst = Place.INSIDE;
        for (String reading : readings(address)) {
            worst = worse(worst, placeOf(reading));
            if (worst == Place.WEB || worst == Place.CONTACT) {
                return worst;
            }
        }
        return worst;
    }

    /** As it stands, and with its percent signs resolved as often as somebody may do it. */
    private static Set<String> readings(String address) {
        Set<String> found = new LinkedHashSet<>();
        String reading = normal(address);
        for (int time = 0; time <= MAX_ENCODINGS && found.add(reading); time++) {
            reading = normal(decoded(reading));
        }
        return found;
    }

    private static Place worse(Place one, Place other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    private static Place placeOf(String normal) {
        if (DEVICE.matcher(normal).matches()) {
            return DRIVE_AS_DEVICE.matcher(normal).matches() ? Place.OWN_MACHINE : Place.SHARE;
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
        if (SHARES.contains(scheme)) {
            return Place.SHARE;
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
        if (DEVICE_OF_A_FILE.matcher(path).matches()) {
            return false;
        }
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
