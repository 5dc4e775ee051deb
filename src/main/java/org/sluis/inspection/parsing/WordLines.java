package org.sluis.inspection.parsing;

/** The words of a document as they are read, line by line, until there are enough of them. */
final class WordLines {

    private static final int MOST = 256 * 1024;

    private final StringBuilder text = new StringBuilder();

    /** @throws Enough when there is room for no more */
    void add(String words) {
        int room = MOST - text.length();
        text.append(words, 0, Math.min(room, words.length()));
        if (words.length() > room) {
            throw new Enough();
        }
    }

    /** With white space as OpenDocument has it: any number of it is one space (OpenDocument 1.3, part 3, 6.1.2). */
    void addCollapsed(String words) {
        String single = words.replaceAll("[ \\t\\r\\n]+", " ");
        add(single.startsWith(" ") && atWhiteSpace() ? single.substring(1) : single);
    }

    private boolean atWhiteSpace() {
        return text.isEmpty() || Character.isWhitespace(text.charAt(text.length() - 1));
    }

    /** Ends a line; of several empty ones one stays. */
    void end() {
        int end = text.length();
        while (end > 0 && (text.charAt(end - 1) == ' ' || text.charAt(end - 1) == '\t')) {
            end--;
        }
        text.setLength(end);
        if (end > 0 && !(isEnd(end - 1) && isEnd(end - 2))) {
            add("\n");
        }
    }

    private boolean isEnd(int at) {
        return at >= 0 && text.charAt(at) == '\n';
    }

    /** The words so far. */
    String words() {
        return TextShown.cleared(text.toString()).strip();
    }
}
