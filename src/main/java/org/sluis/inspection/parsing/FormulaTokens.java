package org.sluis.inspection.parsing;

import java.util.ArrayList;
import java.util.List;

/**
 * A spreadsheet formula taken into its words, as Office Open XML and OpenFormula (ISO/IEC 26300-4) write them: texts, quoted
 * names and references in brackets are no calls, whatever stands in them. A formula is cut at what it does not close.
 */
final class FormulaTokens {

    /** What a word is. */
    enum Kind {
        /** A name, as it is written. */
        NAME,
        /** The content of a text in double quotes. */
        TEXT,
        /** The content of a name in single quotes: of a sheet, with its workbook where there is one. */
        QUOTED,
        /** The content of brackets: a workbook, a column, in OpenFormula a cell. */
        BRACKETS,
        /** One character: an operator, a parenthesis, a brace. */
        SIGN
    }

    /** One word of the formula. */
    record Token(Kind kind, String text) {

        boolean is(String sign) {
            return kind == Kind.SIGN && text.equals(sign);
        }
    }

    private final String formula;
    private final List<Token> tokens = new ArrayList<>();
    private int at;
    private boolean closed = true;

    private FormulaTokens(String formula) {
        this.formula = formula;
    }

    /** The words in their order, without white space between them. */
    static List<Token> of(String formula) {
        FormulaTokens taken = new FormulaTokens(formula);
        taken.run();
        return taken.tokens;
    }

    /** Whether each text, quoted name and bracket ends; where one does not, programs differ in what the formula says. */
    static boolean isClosed(String formula) {
        FormulaTokens taken = new FormulaTokens(formula);
        taken.run();
        return taken.closed;
    }

    private void run() {
        while (at < formula.length()) {
            char next = formula.charAt(at);
            switch (next) {
                case '"' -> add(Kind.TEXT, quoted(next));
                case '\'' -> add(Kind.QUOTED, quoted(next));
                case '[' -> add(Kind.BRACKETS, brackets());
                default -> word(next);
            }
        }
    }

    private void word(char next) {
        if (isOfName(next)) {
            int start = at;
            while (at < formula.length() && isOfName(formula.charAt(at))) {
                at++;
            }
            add(Kind.NAME, formula.substring(start, at));
            return;
        }
        at++;
        if (!Character.isWhitespace(next) && !Character.isSpaceChar(next) && !Character.isISOControl(next)) {
            add(Kind.SIGN, String.valueOf(next));
        }
    }

    private static boolean isOfName(char letter) {
        return Character.isLetterOrDigit(letter) || "_.\\?$".indexOf(letter) >= 0 || Character.isSurrogate(letter);
    }

    /** Within quotes the quote itself is written twice. */
    private String quoted(char quote) {
        StringBuilder content = new StringBuilder();
        for (at++; at < formula.length(); at++) {
            char next = formula.charAt(at);
            if (next == quote) {
                at++;
                if (at >= formula.length() || formula.charAt(at) != quote) {
                    return content.toString();
                }
            }
            content.append(next);
        }
        closed = false;
        return content.toString();
    }

    /** Brackets hold brackets and quoted names; an apostrophe before a bracket takes its meaning away. */
    private String brackets() {
        int start = at + 1;
        int depth = 0;
        while (at < formula.length()) {
            char next = formula.charAt(at);
            if (next == '\'') {
                apostrophe();
                continue;
            }
            at++;
            depth += next == '[' ? 1 : next == ']' ? -1 : 0;
            if (depth == 0) {
                return formula.substring(start, at - 1);
            }
        }
        closed = false;
        return formula.substring(Math.min(start, at));
    }

    private void apostrophe() {
        boolean escapes = at + 1 < formula.length() && "[]#'@".indexOf(formula.charAt(at + 1)) >= 0;
        if (escapes) {
            at += 2;
            return;
        }
        int end = formula.indexOf('\'', at + 1);
        at = end < 0 ? at + 1 : end + 1;
    }

    private void add(Kind kind, String text) {
        tokens.add(new Token(kind, text));
    }
}
