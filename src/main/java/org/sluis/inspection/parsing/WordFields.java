package org.sluis.inspection.parsing;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sluis.inspection.parsing.ContentNotice.Kind;
import org.sluis.inspection.parsing.Links.Place;

/** The fields of a Word document: instructions, put together from as many pieces as they were cut into. */
final class WordFields implements FieldPieces {

    /** What is sent to a printer is not shown to who prints. */
    private static final Set<String> FETCHING = Set.of("DATABASE", "IMPORT", "PRINT");

    private static final Set<String> CONTROLS = Set.of("CONTROL", "HTMLCONTROL", "HTMLACTIVEX");
    private static final Set<String> INCLUDING = Set.of("INCLUDE", "INCLUDEPICTURE", "INCLUDETEXT", "LINK", "RD");
    private static final Pattern OFFICE_PROGRAM = Pattern.compile("(?i)(excel|word|powerpoint)\\.[a-z0-9.]+");
    private static final Pattern WORD = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"?|(\\S+)", Pattern.DOTALL);
    private static final Pattern ESCAPED = Pattern.compile("\\\\(.)", Pattern.DOTALL);
    private static final Pattern BLANK = Pattern.compile("[\\s\\p{Z}\\p{Cntrl}\\x{FEFF}]");
    private static final Pattern QUOTE = Pattern.compile("[\u201c\u201d\u201e\u201f]");
    private static final int MAX_DEPTH = 64;
    private static final int MAX_CHARACTERS = 1_000_000;

    private final BiConsumer<Kind, String> notices;
    private final Deque<Field> open = new ArrayDeque<>();

    private int begun;

    WordFields(BiConsumer<Kind, String> notices) {
        this.notices = notices;
    }

    /** One that has begun: what was read of its instruction, and whether another field writes a part of that. */
    private static final class Field {
        private final StringBuilder instruction = new StringBuilder();

        private final int number;
        /** Whether a mark began it, or only text that says it belongs to one. */
        private final boolean marked;

        private boolean computed;
        private boolean computedFromItsBeginning;
        private boolean separated;

        private Field(int number, boolean marked) {
            this.number = number;
            this.marked = marked;
        }

        private void append(String text) {
            instruction.append(text);
            Refusal.unless(instruction.length() <= MAX_CHARACTERS, Rule.STRUCTURE_SIZE);
        }

        private void takesIn() {
            if (!separated) {
                computed = true;
                computedFromItsBeginning |= instruction.toString().isBlank();
            }
        }
    }

    /**
     * What of the fields can be told apart.
     *
     * @param open which one is the innermost, counted as they began
     * @param instruction of the innermost, without blanks
     */
    record State(int open, String instruction, boolean separated) {}

    State state() {
        return Optional.ofNullable(open.peek())
                .map(field ->
                        new State(field.number, BLANK.matcher(field.instruction).replaceAll(""), field.separated))
                .orElse(new State(0, "", false));
    }

    @Override
    public void mark(String kind) {
        switch (kind) {
            case "begin" -> {
                Optional.ofNullable(open.peek()).ifPresent(Field::takesIn);
                open.push(new Field(++begun, true));
            }
            case "separate" -> {
                try {
                    checkInnermost();
                } finally {
                    Optional.ofNullable(open.peek()).ifPresent(field -> field.separated = true);
                }
            }
            case "end" -> close();
            default -> {
                // No other mark exists.
            }
        }
        Refusal.unless(open.size() <= MAX_DEPTH, Rule.NESTING);
    }

    @Override
    public void instruction(String text) {
        if (open.isEmpty()) {
            open.push(new Field(++begun, false));
        }
        open.element().append(text);
    }

    /** Whether whatever is written now belongs to an instruction: a field has begun, and its result has not. */
    private boolean takesText() {
        Field innermost = open.peek();
        return innermost != null && innermost.marked && !innermost.separated;
    }

    /** Text of the document. */
    @Override
    public void shown(String text) {
        if (takesText()) {
            open.element().append(text);
        }
    }

    /** Whether there is a field that has not ended. */
    boolean isOpen() {
        return !open.isEmpty();
    }

    /** The innermost field ends, whatever is said of it. */
    void close() {
        try {
            checkInnermost();
        } finally {
            open.poll();
        }
    }

    private void checkInnermost() {
        Field innermost = open.peek();
        if (innermost == null) {
            return;
        }
        String instruction = plain(innermost.instruction.toString());
        check(instruction);
        String keyword = keyword(instruction);
        boolean spelled = open.size() > 1 && keyword.equals("QUOTE");
        boolean hidden = innermost.computedFromItsBeginning && !instruction.isBlank();
        boolean incomplete = innermost.computed && INCLUDING.contains(keyword);
        if (spelled || hidden || incomplete) {
            throw new Refusal(Rule.FETCHING_FIELD).naming(instruction.strip());
        }
    }

    /** @throws Refusal naming the field, where it fetches or starts something */
    void check(String written) {
        String instruction = plain(written);
        String keyword = keyword(instruction);
        if (keyword.startsWith("DDE")) {
            throw new Refusal(Rule.DDE).naming(instruction.strip());
        }
        if (CONTROLS.contains(keyword)) {
            throw new Refusal(Rule.CONTROL).naming(instruction.strip());
        }
        if (FETCHING.contains(keyword)) {
            throw new Refusal(Rule.FETCHING_FIELD).naming(instruction.strip());
        }
        if (INCLUDING.contains(keyword)) {
            including(keyword, instruction.strip());
        }
        if (keyword.equals("HYPERLINK")) {
            var words = words(instruction.strip().substring(keyword.length()));
            if (words.hasNext()) {
                Links.checkClick(words.next());
            }
            // Targets and explanations.
            words.forEachRemaining(Links::checkPiece);
        }
        INCLUDING.stream()
                .filter(name -> keyword.startsWith(name) && !INCLUDING.contains(keyword))
                .max(Comparator.comparingInt(String::length))
                .ifPresent(name -> glued(name, instruction.strip()));
    }

    /** Other letters directly behind the name: no field, unless a program is content with its beginning. */
    private static void glued(String name, String instruction) {
        for (var words = words(instruction.substring(name.length())); words.hasNext(); ) {
            String word = words.next();
            Place place = Links.place(word);
            if (place == Place.SHARE || place == Place.WEB) {
                Links.checkFetch(word, name.equals("INCLUDEPICTURE") ? Rule.REMOTE_PICTURE : Rule.FETCHING_FIELD);
            }
        }
    }

    /** What is taken in must lie on the reader's own machine; in which of its words the address stands is for Word to say. */
    private void including(String keyword, String instruction) {
        boolean office = true;
        Optional<String> address = Optional.empty();
        for (var words = words(instruction.substring(keyword.length())); words.hasNext(); ) {
            String word = words.next();
            Links.checkFetch(word, keyword.equals("INCLUDEPICTURE") ? Rule.REMOTE_PICTURE : Rule.FETCHING_FIELD);
            if (keyword.equals("LINK") && address.isEmpty() && office) {
                office = OFFICE_PROGRAM.matcher(word).matches();
            }
            if (Links.place(word) != Place.INSIDE || word.contains(".")) {
                address = Optional.of(word);
            }
        }
        if (!office) {
            throw new Refusal(Rule.FETCHING_FIELD).naming(instruction);
        }
        Kind kind = keyword.equals("INCLUDEPICTURE") ? Kind.LINKED_PICTURE : Kind.LINKED_FILE;
        notices.accept(kind, address.orElse(instruction));
    }

    /** Words in quotes or without; a backslash takes the meaning of the next letter away within quotes only. */
    private static java.util.Iterator<String> words(String arguments) {
        Matcher matcher = WORD.matcher(arguments);
        return matcher.results()
                .map(found -> found.group(1) != null
                        ? ESCAPED.matcher(found.group(1))
                                .replaceAll(letter -> Matcher.quoteReplacement(letter.group(1)))
                        : found.group(2))
                .filter(word -> !word.matches("\\\\.|\\\\[*#@!].*"))
                .iterator();
    }

    /** Blanks and quotation marks of whichever kind. */
    private static String plain(String instruction) {
        return QUOTE.matcher(BLANK.matcher(instruction).replaceAll(" ")).replaceAll("\"");
    }

    private static String keyword(String instruction) {
        return instruction.strip().split("[\\s\"\\\\]", 2)[0].toUpperCase(Locale.ROOT);
    }
}
