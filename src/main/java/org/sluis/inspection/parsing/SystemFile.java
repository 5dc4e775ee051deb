package org.sluis.inspection.parsing;

import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.sluis.inspection.parsing.Objection.Evidence;

/**
 * What Finder, Explorer and office programs keep in a folder beside its documents, and what therefore lies in archives of
 * folders. Nobody means to send it and nobody opens it, so a category is not asked whether it takes it; what would open after
 * all is refused.
 */
enum SystemFile {
    /** How a folder is shown by the Finder. */
    FOLDER_VIEW("(?s)(?:.*/)?\\.DS_Store", Integer.MAX_VALUE, "application/x-apple-ds-store"),
    /** Marks a folder whose name the Finder translates, or has an icon in its resource fork; both are empty. */
    FOLDER_MARK("(?s)(?:.*/)?(?:\\.localized|Icon\\r)", 1_024, MediaTypes.TEXT),
    /** Small pictures, in the streams of a compound file. */
    THUMBNAILS("(?is)(?:.*/)?(?:eh)?thumbs(?:_vista)?\\.db", Integer.MAX_VALUE, Magic.COMPOUND),
    /** How a folder is shown by the Explorer, which reads this by itself. */
    FOLDER_SETTINGS("(?is)(?:.*/)?desktop\\.ini", Magic.HEAD_BYTES, MediaTypes.TEXT),
    /** Who has a document open: Word, Excel and PowerPoint; LibreOffice. */
    OWNER("(?s)(?:.*/)?(?:~\\$[^/]*|\\.~lock\\.[^/]*#)", 1_024, "application/x-ms-owner"),
    /** Attributes and resource fork of the file of the same name (AppleDouble, RFC 1740). */
    APPLE_DOUBLE("(?s)(?:.*/)?(?:__MACOSX/.*|\\._[^/]*)", Integer.MAX_VALUE, Magic.APPLE_DOUBLE);

    private static final Set<String> OLD_DOCUMENTS = Set.of("doc", "ppt", "rtf", "xls");
    private static final Pattern SHARE = Pattern.compile("[\\\\/]{2}|\\\\\\?\\?\\\\");

    /** A folder that opens as something else, by a program that is registered for it. */
    private static final Pattern CLASS = Pattern.compile("(?im)^[ \\t]*(?:CLSID2?|UICLSID)[ \\t]*=[ \\t]*\\S.*$");

    private final Pattern name;
    private final int most;
    private final String type;

    /**
     * @param name as a path in an archive
     * @param most bytes it can have
     * @param type besides short text and bytes that belong to no format
     */
    SystemFile(String name, int most, String type) {
        this.name = Pattern.compile(name);
        this.most = most;
        this.type = type;
    }

    /** The kind of this member; none where it is an ordinary one. */
    static Optional<SystemFile> of(ZipMember member) {
        String path = member.name().replace('\\', '/');
        return Stream.of(values())
                .filter(kind -> kind.name.matcher(path).matches() && member.size() <= kind.most)
                .findFirst();
    }

    /** Programs may put any file under the names that only the Finder gives, so its contents have to be the Finder's. */
    boolean claims(byte[] head) {
        return this != APPLE_DOUBLE || head.length == 0 || Magic.starts(head, "\0\5\26\7");
    }

    /** @throws Refusal where a double click on it would do something */
    void check(FileName file, MemberSource source) throws IOException {
        byte[] head = source.head();
        String found = head.length == 0 ? MediaTypes.TEXT : Magic.type(head, "");
        if (found.equals(Magic.PROGRAM) || file.isOfProgram()) {
            throw new Refusal(Rule.PROGRAM)
                    .detected(Magic.PROGRAM, found.equals(Magic.PROGRAM) ? Evidence.SIGNATURE : Evidence.NAME);
        }
        if (found.equals(MediaTypes.TEXT)) {
            checkText(file, head, source);
            return;
        }
        Expectation expectation = Expectation.category(Set.of(type));
        boolean known = type.equals(found);
        boolean mayBeAnything = this != FOLDER_SETTINGS && found.equals(Magic.UNKNOWN);
        if (!known && !mayBeAnything) {
            throw expectation.unexpected(found);
        }
        if (!known) {
            mustBearUsualExtension(file);
        }
        // Anything longer is spooled; most are some hundred bytes.
        Bytes bytes = head.length < Magic.HEAD_BYTES ? new ArrayBytes(head) : source.bytes();
        new SingleReading(structure -> {}).check(new Specimen(file, head, new Source.Whole(bytes), 0, expectation));
    }

    private void checkText(FileName file, byte[] head, MemberSource source) throws IOException {
        mustBearUsualExtension(file);
        TextContent.check(source.stream());
        if (this == FOLDER_SETTINGS) {
            String settings = TextContent.decoded(head);
            CLASS.matcher(settings).results().findFirst().ifPresent(found -> {
                throw new Refusal(Rule.CONTROL).naming(found.group().strip());
            });
            SHARE.matcher(settings).results().findFirst().ifPresent(share -> {
                throw new Refusal(Rule.NETWORK_SHARE).naming(around(settings, share.start(), share.end()));
            });
        }
    }

    /** The whole of an address of which this is a part. */
    private static String around(String settings, int from, int to) {
        int start = from;
        while (start > 0 && !isBetween(settings.charAt(start - 1)) && settings.charAt(start - 1) != '=') {
            start--;
        }
        int end = to;
        while (end < settings.length() && !isBetween(settings.charAt(end))) {
            end++;
        }
        return settings.substring(start, end);
    }

    private static boolean isBetween(char letter) {
        return Character.isWhitespace(letter) || letter == '"';
    }

    /** Bytes of no format are harmless to programs that know their own; there are others that take whatever they get. */
    private void mustBearUsualExtension(FileName file) {
        boolean ofDocument = this == APPLE_DOUBLE || this == OWNER;
        String extension = file.extension();
        boolean usual = !MediaTypes.named(extension).isEmpty() || OLD_DOCUMENTS.contains(extension);
        if (ofDocument && !usual && extension.matches("[a-z0-9]+")) {
            throw new Refusal(Rule.TYPE_UNKNOWN).detected(Magic.UNKNOWN, Evidence.NAME);
        }
    }
}
