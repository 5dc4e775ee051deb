package org.sluis.inspection.parsing;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.sluis.inspection.parsing.Objection.Evidence;

/**
 * What a name says about a file. It must agree with what the file is, in its last extension, and must not say "program"
 * in the one before, which is the one some systems show. Between words a dot is just a dot.
 */
record FileName(String name) {

    /** Also the blank that does not break, with which names are padded. */
    private static final Pattern BLANK_END = Pattern.compile("[\\p{Z}\\s]+$");

    /** As it is written. */
    String extension() {
        return MediaTypes.extension(name);
    }

    /** Whether it runs where it is saved. Windows drops dots and blanks at the end and keeps no file behind a colon. */
    boolean isOfProgram() {
        String own = own();
        int colon = own.indexOf(':');
        return Extensions.isProgram(savedExtension(own))
                || (colon >= 0 && Extensions.isProgram(savedExtension(own.substring(0, colon))));
    }

    /** Whether a click on it runs it, and its extension is no ordinary word. */
    boolean runsByItself() {
        return Extensions.runsByItself(savedExtension(own()));
    }

    /** Whether a click on it runs it, instead of showing it or asking first. */
    boolean runsOnClick() {
        return isOfProgram() && !Extensions.isShown(savedExtension(own()));
    }

    /** Whether it is one of a text, or ends in a number. */
    boolean isOfText() {
        return Extensions.isText(savedExtension(own()));
    }

    boolean hasNoExtension() {
        return savedExtension(own()).isEmpty() && own().indexOf(':') < 0;
    }

    /** Whether it ends as neither documents nor texts do. What has a blank behind its last dot is words. */
    boolean isUnusual() {
        String extension = savedExtension(own());
        boolean words = extension.isEmpty() || extension.indexOf(' ') >= 0;
        return !words && !isOfText() && MediaTypes.named(extension).isEmpty();
    }

    private static String savedExtension(String own) {
        return MediaTypes.extension(withoutEnd(own.replaceAll("\\s", " "))).strip();
    }

    /** A name without what Windows drops at its end. */
    static String withoutEnd(String name) {
        int end = name.length();
        while (end > 0 && (name.charAt(end - 1) == '.' || name.charAt(end - 1) == ' ')) {
            end--;
        }
        return name.substring(0, end);
    }

    private String own() {
        return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    }

    /** @throws Refusal where the name says something else than the bytes */
    void mustFit(String type) {
        Set<String> fitting = MediaTypes.extensions(type);
        Evidence how = MediaTypes.hasMark(type) ? Evidence.SIGNATURE : Evidence.STRUCTURE;
        if (!fitting.contains(extension())) {
            throw new Refusal(Rule.EXTENSION)
                    .detected(type, how)
                    .expecting(MediaTypes.named(extension()))
                    .naming(fitting.stream().sorted().map("."::concat).collect(Collectors.joining(", ")));
        }
        programBefore().ifPresent(program -> {
            throw new Refusal(Rule.DOUBLE_EXTENSION).detected(type, how).naming("." + program);
        });
    }

    /** Behind a colon Windows keeps no file of its own but more of the one before it. */
    private Optional<String> programBefore() {
        String own = own();
        int colon = own.indexOf(':');
        Optional<String> before = Optional.of(savedExtension(own.substring(0, Math.max(colon, 0))));
        return before.filter(Extensions::isProgram).or(this::earlierExtension);
    }

    /** What would run, before the extension; without a blank before it, since "Cert. Com.pdf" is two words. */
    private Optional<String> earlierExtension() {
        List<String> pieces = Arrays.stream(own().toLowerCase(Locale.ROOT).split("\\.", -1))
                .map(piece -> BLANK_END.matcher(piece).replaceAll(""))
                .toList();
        int last = IntStream.iterate(pieces.size() - 2, index -> index - 1)
                .filter(index -> index <= 0 || !pieces.get(index).isEmpty())
                .findFirst()
                .orElseThrow();
        return IntStream.rangeClosed(1, last)
                .filter(index -> Extensions.isServed(pieces.get(index))
                        || (index == last && Extensions.runsUnderAnother(pieces.get(index))))
                .mapToObj(pieces::get)
                .findFirst();
    }
}
