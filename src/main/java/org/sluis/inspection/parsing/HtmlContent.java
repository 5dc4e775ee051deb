package org.sluis.inspection.parsing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeVisitor;

/**
 * A page inside a document, read as leniently as browsers and word processors read it: whatever the bytes are, they are a
 * page to somebody. It shows text and pictures that came along; nothing runs and nothing is fetched. Read once in each
 * encoding that it may be taken for.
 */
final class HtmlContent implements Format {

    private static final int MAX_BYTES = 8_000_000;
    private static final int MAX_DEPTH = 500;
    private static final int HIDDEN_DEPTH = 4;
    private static final Set<String> HIDING =
            Set.of("noembed", "noframes", "noscript", "plaintext", "style", "textarea", "title", "xmp");
    /** By its mark, or by the brackets of an element as they are written there. */
    private static final Pattern UTF_7 = Pattern.compile("^\\+/v[89+/]|\\+AD[w4]-");

    private static final Pattern CONDITION = Pattern.compile("(?s)^\\s*\\[[^\\]]*\\]>?");

    @Override
    public void check(Specimen specimen) throws IOException {
        read(specimen.source().stream());
    }

    /** @throws Refusal where something runs or is fetched, or where it is too long to be read */
    static void read(InputStream content) throws IOException {
        byte[] bytes = content.readNBytes(MAX_BYTES + 1);
        if (bytes.length > MAX_BYTES) {
            throw new Refusal(Rule.STRUCTURE_SIZE);
        }
        if (Markup.beginsInEbcdic(bytes)) {
            throw new Refusal(Rule.VARIANT).naming("EBCDIC");
        }
        for (String reading : readings(bytes)) {
            check(reading, 0);
        }
    }

    /** The encodings agree on the letters of markup, but for those that write each letter in two or four bytes. */
    private static Set<String> readings(byte[] bytes) {
        Set<String> found = new LinkedHashSet<>();
        for (Charset charset : Set.of(
                StandardCharsets.UTF_8,
                StandardCharsets.ISO_8859_1,
                StandardCharsets.UTF_16LE,
                StandardCharsets.UTF_16BE,
                Charset.forName("UTF-32LE"),
                Charset.forName("UTF-32BE"))) {
            found.add(new String(bytes, charset));
        }
        return found;
    }

    private static void check(String page, int depth) {
        Refusal.unless(depth <= HIDDEN_DEPTH, Rule.NESTING);
        if (UTF_7.matcher(page).find()) {
            throw new Refusal(Rule.VARIANT).naming("UTF-7");
        }
        PageLetters.check(page);
        Document document = Jsoup.parse(page, "", Parser.htmlParser().setMaxDepth(MAX_DEPTH));
        document.traverse((NodeVisitor) (node, level) -> {
            if (node instanceof Element element) {
                HtmlElement.check(element);
                hidden(HIDING.contains(element.tagName()) ? element.wholeText() + element.data() : "", depth);
            }
            if (node instanceof Comment comment) {
                hidden(CONDITION.matcher(comment.getData()).replaceFirst(""), depth);
            }
        });
    }

    /** What browsers take for text or a comment, word processors may read: by a condition, or since it has no end. */
    private static void hidden(String text, int depth) {
        if (text.contains("<")) {
            check(text, depth + 1);
        }
    }
}
