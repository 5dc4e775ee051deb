package org.sluis.inspection.parsing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sluis.inspection.parsing.Objection.Evidence;

/** The examination of one file that came in, with all that lies inside. */
final class Examination {

    /** Pictures in office documents are as old programs left them; only a second reading of them is refused. */
    private static final Format ANY_STRUCTURE = new SingleReading(bytes -> {});

    private static final Format ALREADY_DONE = specimen -> {};
    private static final Set<String> STRICT_IN_PARTS = Set.of(
            MediaTypes.PDF,
            MediaTypes.ZIP,
            MediaTypes.XML,
            MediaTypes.TEXT,
            MediaTypes.CSV,
            MediaTypes.TSV,
            MediaTypes.JSON,
            Magic.COMPOUND,
            Magic.SVG,
            Metafile.EMF,
            Metafile.WMF,
            CompressedPicture.GZIP);

    private final ParentPipe parent;
    private final Meter meter;
    private final Map<String, Format> formats;
    private final Deque<String> path = new ArrayDeque<>();
    private final Set<Lift> lifts;
    /** What each lift was used for, as it is written: different members may be shown alike. */
    private final Map<Lift, String> used = new HashMap<>();
    /** The paths of all members so far. */
    private final Set<String> paths = new HashSet<>();

    private final Set<ContentNotice> notices = new LinkedHashSet<>();
    private String type = Magic.UNKNOWN;
    private boolean torn;
    /** The file and the members around what is examined, each with the numbers of its pieces in plain; innermost first. */
    private final Deque<Set<Integer>> open = new ArrayDeque<>();

    /** @param lifts rules that are overlooked at one place */
    Examination(ParentPipe parent, Meter meter, Set<Lift> lifts) {
        this.parent = parent;
        this.open.push(new LinkedHashSet<>(Set.of(0)));
        this.meter = meter;
        this.lifts = lifts;
        Format text = specimen -> TextContent.check(specimen.source().stream());
        this.formats = Map.ofEntries(
                Map.entry(MediaTypes.PDF, new PdfDocument(this)),
                Map.entry(MediaTypes.ZIP, ALREADY_DONE),
                Map.entry(Magic.COMPOUND, ALREADY_DONE),
                Map.entry(MediaTypes.XML, new XmlContent()),
                Map.entry(Magic.SVG, new XmlContent()),
                Map.entry(Metafile.EMF, new Metafile()),
                Map.entry(Metafile.WMF, new Metafile()),
                Map.entry(CompressedPicture.GZIP, new CompressedPicture(this)),
                Map.entry(MediaTypes.TEXT, text),
                Map.entry(MediaTypes.CSV, new TableText()),
                Map.entry(MediaTypes.TSV, new TableText()),
                Map.entry(MediaTypes.JSON, new JsonContent()),
                Map.entry(MediaTypes.PNG, new SingleReading(new PngStructure())),
                Map.entry(MediaTypes.JPEG, new SingleReading(new JpegStructure())),
                Map.entry(MediaTypes.TIFF, new SingleReading(new TiffStructure())),
                Map.entry(MediaTypes.HEIC, new SingleReading(new BoxedMedia(BoxedMedia.Kind.PICTURE))),
                Map.entry(MediaTypes.WEBP, new SingleReading(new WebpChunks())),
                Map.entry(MediaTypes.BMP, new SingleReading(new BmpStructure())),
                Map.entry(MediaTypes.GIF, new SingleReading(new GifBlocks())),
                Map.entry(MediaTypes.MP4, new SingleReading(new BoxedMedia(BoxedMedia.Kind.FILM))),
                Map.entry(MediaTypes.QUICKTIME, new SingleReading(new BoxedMedia(BoxedMedia.Kind.FILM))),
                Map.entry(MediaTypes.MOBILE, new SingleReading(new BoxedMedia(BoxedMedia.Kind.FILM))),
                Map.entry(MediaTypes.M4A, new SingleReading(new BoxedMedia(BoxedMedia.Kind.SOUND))),
                Map.entry(MediaTypes.WEBM, new MatroskaElements(this)),
                Map.entry(MediaTypes.MATROSKA, new MatroskaElements(this)),
                Map.entry(MediaTypes.MP3, new SingleReading(new MpegFrames())),
                Map.entry(MediaTypes.WAVE, new SingleReading(new WaveChunks())),
                Map.entry(MediaTypes.OGG, new SingleReading(new OggPages())));
    }

    Meter meter() {
        return meter;
    }

    /** What the file is as far as is known, also after a refusal. */
    String type() {
        return type;
    }

    /**
     * Says that what is examined was locked without a password, and all that is enciphered in it went to the scanner in plain.
     * A scanner that opens what lies around it finds it locked there, too.
     */
    void markDeciphered() {
        open.forEach(scanned -> scanned.forEach(parent::deciphered));
    }

    /** What its sender and readers should know of it. */
    Set<ContentNotice> notices() {
        return notices;
    }

    /** Notes something about the member that is being examined; the first few are told. */
    void note(ContentNotice.Kind kind, String subject) {
        if (notices.size() < ContentNotice.MOST) {
            Optional<String> member = path.isEmpty() ? Optional.empty() : Optional.of(String.join("/", path));
            notices.add(new ContentNotice(kind, member, Optional.of(subject)));
        }
    }

    /** Of something in what is being examined. */
    private String path(String name) {
        return path.isEmpty() ? name : String.join("/", path) + "/" + name;
    }

    /** A name that no other member there has: what is said of one must not be taken for the other. */
    private String distinct(String name) {
        String own = name;
        for (int number = 2; !paths.add(path(own)); number++) {
            own = name + " (" + number + ")";
        }
        return own;
    }

    /** @throws Refusal where it may not come in */
    void whole(Bytes bytes, String name, Set<String> types) {
        FileName fileName = new FileName(name);
        overlooking(() -> {
            byte[] head = bytes.upTo(0, Magic.HEAD_BYTES);
            type = Magic.type(head, fileName.extension());
            Specimen specimen = new Specimen(fileName, head, new Source.Whole(bytes), 0, Expectation.category(types));
            type = examine(type, specimen);
        });
    }

    /** A reading that can end in a refusal. */
    private interface Reading {
        void run() throws IOException;
    }

    /** Looks at something, and goes on after a refusal that administrators have lifted. */
    private void overlooking(Reading reading) {
        try {
            reading.run();
        } catch (UncheckedIOException portalGone) {
            throw portalGone;
        } catch (Refusal refusal) {
            object(refusal);
        } catch (IOException | RuntimeException unreadable) {
            object(new Refusal(Rule.DAMAGED));
        }
    }

    /**
     * Refuses, unless administrators have lifted this very refusal. Not
     * where a member did not all reach the scanner, nor for a second member that is only shown as the first is.
     *
     * @throws Refusal any other
     */
    void object(Refusal refusal) {
        String exactly = refusal.objection().member().map(this::path).orElseGet(() -> String.join("/", path));
        Objection whole = refusal.objection();
        for (Iterator<String> containers = path.descendingIterator(); containers.hasNext(); ) {
            whole = whole.within(containers.next());
        }
        Lift lift = Lift.of(whole);
        boolean liftable = !torn && lifts.contains(lift);
        if (!liftable || !exactly.equals(used.computeIfAbsent(lift, first -> exactly))) {
            throw refusal;
        }
    }

    /**
     * Sends a member to the scanner while it is examined.
     *
     * @param size bytes it will have
     * @param depth of the member
     * @throws Refusal where it may not be where it is
     */
    void member(InputStream expanding, long size, String name, int depth, Expectation expectation) throws IOException {
        member(expanding, size, name, depth, expectation, this::examine);
    }

    /** A file of an OpenDocument, by its role. */
    void member(InputStream expanding, long size, String name, int depth, OdfRole role) throws IOException {
        Format format = specimen -> examine(role.type(specimen.head(), specimen.name()), specimen);
        member(expanding, size, name, depth, role.expectation(), format);
    }

    /**
     * Sends a member to the scanner while it is examined as what its container says it is.
     *
     * @param format of what is declared
     * @throws Refusal where it may not be where it is
     */
    void member(InputStream expanding, long size, String name, int depth, Expectation expectation, Format format)
            throws IOException {
        member(
                expanding,
                size,
                name,
                depth,
                source -> format.check(new Specimen(new FileName(name), source.head(), source, depth, expectation)));
    }

    /**
     * Sends a member to the scanner that is nobody's document but what a system keeps beside documents.
     *
     * @param otherwise what it may be where it only has the name of such a file
     */
    void systemFile(InputStream expanding, long size, String name, int depth, SystemFile kind, Expectation otherwise)
            throws IOException {
        FileName file = new FileName(name);
        member(expanding, size, name, depth, source -> {
            if (kind.claims(source.head())) {
                kind.check(file, source);
            } else {
                examine(new Specimen(file, source.head(), source, depth, otherwise));
            }
        });
    }

    private void member(InputStream expanding, long size, String written, int depth, Check check) throws IOException {
        meter.member(depth);
        int number = parent.beginMember(size);
        String name = distinct(written);
        path.addLast(name);
        open.push(new LinkedHashSet<>(Set.of(number)));
        try (MemberSource source = new MemberSource(expanding, parent, meter)) {
            examine(source, check);
        } catch (Refusal refusal) {
            throw refusal.within(name);
        } catch (UncheckedIOException portalGone) {
            throw portalGone;
        } catch (IOException | RuntimeException unreadable) {
            throw new Refusal(Rule.DAMAGED).within(name);
        } finally {
            path.removeLast();
            open.pop();
        }
    }

    /** All of it goes to the scanner, whatever the rules say. */
    private void examine(MemberSource source, Check check) throws IOException {
        try {
            overlooking(() -> check.of(source));
            source.finish();
        } finally {
            torn |= !source.isComplete();
        }
    }

    /** Sends to the scanner what was enciphered, whatever it is; what it may be has been decided elsewhere. */
    void plain(InputStream expanding, long size, String name, int depth) throws IOException {
        member(expanding, size, name, depth, source -> around().addAll(open.element()));
    }

    /** The numbers of what the innermost member lies in. */
    private Set<Integer> around() {
        return open.stream().skip(1).findFirst().orElseThrow();
    }

    /** What is asked of a member while it goes by. */
    private interface Check {
        void of(MemberSource source) throws IOException;
    }

    /**
     * Examines a file of which nothing says what it is, by its first bytes.
     *
     * @return its media type
     */
    String examine(Specimen specimen) throws IOException {
        byte[] head = specimen.head();
        String claimed = head.length == 0
                ? MediaTypes.TEXT
                : Magic.type(head, specimen.name().extension());
        return examine(claimed, specimen);
    }

    private String examine(String claimed, Specimen specimen) throws IOException {
        if (claimed.equals(Magic.PROGRAM) || specimen.expectation().runs(specimen.name())) {
            throw new Refusal(specimen.expectation().program())
                    .detected(Magic.PROGRAM, claimed.equals(Magic.PROGRAM) ? Evidence.SIGNATURE : Evidence.NAME)
                    .expecting(specimen.expectation().types());
        }
        String found = claimed;
        if (claimed.equals(MediaTypes.ZIP)) {
            found = new ZipPackage(this, specimen).examine();
        } else if (claimed.equals(Magic.COMPOUND)) {
            new OleObject(this).check(specimen);
        }
        specimen.expectation().check(found, specimen.name());
        if (found.equals(claimed)) {
            formatOf(found, specimen).check(specimen);
        }
        return found;
    }

    private Format formatOf(String found, Specimen specimen) {
        boolean loose = !specimen.expectation().named() && !STRICT_IN_PARTS.contains(found);
        return loose ? ANY_STRUCTURE : formats.getOrDefault(found, ANY_STRUCTURE);
    }
}
