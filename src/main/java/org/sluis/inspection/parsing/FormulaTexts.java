package org.sluis.inspection.parsing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sluis.inspection.parsing.FormulaTokens.Kind;
import org.sluis.inspection.parsing.FormulaTokens.Token;
import org.sluis.inspection.parsing.Links.Place;

/**
 * The texts from which a formula makes an address: each as it stands, and joined where only operators, parentheses, functions
 * and numbers stand between them. What a cell adds is not known here.
 */
final class FormulaTexts {

    /** In these a text is looked for or put in the place of another. */
    private static final Set<String> SEARCHING =
            Set.of("SUBSTITUTE", "REPLACE", "FIND", "SEARCH", "TEXTBEFORE", "TEXTAFTER", "TEXTSPLIT", "TEXTJOIN");

    private static final Pattern CONSTANT = Pattern.compile("[\\d.]+|(?i)true|false", Pattern.DOTALL);
    private static final Pattern BEFORE_AN_ADDRESS = Pattern.compile("^[\\s\\p{Z}'\\[=+$#]+");
    /** How a time is to be written out. */
    private static final Pattern TIME = Pattern.compile("(?is)(hh|mm|ss):[hms].*");

    private static final Pattern BEGINNING = Pattern.compile("['\\[]");
    private static final Pattern WITH_A_HOST = Pattern.compile("(?is)[a-z][a-z0-9+.-]+:[/\\\\].*");
    private static final int MAX_TEXTS = 500;

    private final List<String> readings = new ArrayList<>();
    private final List<String> run = new ArrayList<>();

    private FormulaTexts() {}

    /** @param from the first word after the parenthesis that opens the call */
    static FormulaTexts ofFirstArgument(List<Token> tokens, int from) {
        FormulaTexts texts = new FormulaTexts();
        texts.read(tokens, from);
        texts.endRun();
        return texts;
    }

    private void read(List<Token> tokens, int from) {
        List<String> callers = new ArrayList<>();
        for (int at = from; at < tokens.size(); at++) {
            Token token = tokens.get(at);
            boolean argumentEnds = token.is(",") || token.is(";");
            if (callers.isEmpty() && (token.is(")") || argumentEnds)) {
                return;
            }
            if (token.is("(")) {
                callers.add(tokens.get(at - 1).text().toUpperCase(Locale.ROOT));
            } else if (token.is(")")) {
                callers.remove(callers.size() - 1);
            } else if (token.kind() == Kind.TEXT) {
                add(
                        token.text(),
                        at > from + 1
                                && tokens.get(at - 1).is("&")
                                && tokens.get(at - 2).kind() == Kind.TEXT);
            } else if (separates(tokens, at) || (argumentEnds && SEARCHING.contains(callers.get(callers.size() - 1)))) {
                endRun();
            }
        }
    }

    /** What directly follows another text is no beginning. */
    private void add(String text, boolean goesOn) {
        if (goesOn) {
            run.set(run.size() - 1, run.get(run.size() - 1) + text);
        } else {
            run.add(text);
            Refusal.unless(run.size() <= MAX_TEXTS, Rule.STRUCTURE_SIZE);
        }
    }

    /** Cells and names bring something of their own between two texts. */
    private static boolean separates(List<Token> tokens, int at) {
        Token token = tokens.get(at);
        boolean calls = at + 1 < tokens.size() && tokens.get(at + 1).is("(");
        return token.kind() != Kind.SIGN
                && !calls
                && !CONSTANT.matcher(token.text()).matches();
    }

    /** An address may begin with each of the texts. */
    private void endRun() {
        readings.addAll(run);
        for (int first = 0; first < run.size(); first++) {
            readings.add(String.join("", run.subList(first, run.size())));
        }
        run.clear();
    }

    /** @throws Refusal naming the address, where a click there is no ordinary hyperlink */
    void checkClick() {
        for (String reading : readings) {
            if (!TIME.matcher(reading).matches()) {
                Links.checkPiece(reading);
            }
            if (place(reading) == Place.SHARE) {
                throw new Refusal(Rule.NETWORK_SHARE).naming(reading);
            }
        }
    }

    /** @throws Refusal naming the address, where a reference made from text leads to another machine */
    void checkReference() {
        for (String reading : readings) {
            checkReference(reading, reading);
            for (Matcher begins = BEGINNING.matcher(reading); begins.find(); ) {
                checkReference(reading.substring(begins.end()), reading);
            }
        }
    }

    private static void checkReference(String address, String subject) {
        Place place = place(address);
        if (place == Place.SHARE) {
            throw new Refusal(Rule.NETWORK_SHARE).naming(subject);
        }
        boolean handler =
                place == Place.HANDLER && WITH_A_HOST.matcher(stripped(address)).matches();
        if (place == Place.WEB || handler) {
            throw new Refusal(Rule.FETCHING_FORMULA).naming(subject);
        }
    }

    /** Where a reference leads: the address of its workbook stands in quotes or brackets. */
    static Place place(String reference) {
        return Links.place(stripped(reference));
    }

    private static String stripped(String reference) {
        return BEFORE_AN_ADDRESS.matcher(reference).replaceFirst("");
    }
}
