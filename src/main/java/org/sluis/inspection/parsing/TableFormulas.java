package org.sluis.inspection.parsing;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.sluis.inspection.parsing.FormulaTokens.Kind;
import org.sluis.inspection.parsing.FormulaTokens.Token;
import org.sluis.inspection.parsing.Links.Place;

/**
 * A cell of a table in plain text that spreadsheets compute when they open it, by the sign it begins with. Only what asks
 * another program or another machine is refused; sums, negative numbers, telephone numbers and lists with dashes are not.
 */
final class TableFormulas {

    private static final String SIGNS = "=+-@\uff1d\uff0b\uff0d\uff20";
    /** A longer one is no formula to any program. */
    static final int MOST_CHARACTERS = 32_767;

    private static final String DDE = "DDE";
    /** A table in plain text is computed in the language of its reader: what those that fetch are called in others. */
    private static final Set<String> TRANSLATED = Set.of(
            "WEBDIENST",
            "SERVICEWEB",
            "SERVICIOWEB",
            "SERVIZIO.WEB",
            "BILD",
            "AFBEELDING",
            "IMAGEN",
            "IMMAGINE",
            "RTG",
            "RDTR");

    private static final Set<String> CLICKED = Set.of("HYPERLINK", "LIEN_HYPERTEXTE", "HIPERVINCULO");
    private static final Pattern CELL =
            Pattern.compile("([A-Z]\\w*\\.)?\\$?[A-Z]{1,3}\\$?\\d{1,7}|R\\d*C\\d*", Pattern.CASE_INSENSITIVE);
    /** Within these a word may stand for any value. */
    private static final Pattern NAMING = Pattern.compile("(LET|LAMBDA)\\s*\\(", Pattern.CASE_INSENSITIVE);

    private static final Pattern LIST = Pattern.compile("[+-]\\s.*", Pattern.DOTALL);

    private final String cell;
    private final List<Token> tokens;
    private final boolean naming;
    private final boolean list;

    private TableFormulas(String cell) {
        this.cell = cell;
        this.tokens = FormulaTokens.of(cell);
        this.naming = NAMING.matcher(cell).find();
        this.list = LIST.matcher(cell).matches();
    }

    /** Whether a cell that begins so is computed. */
    static boolean begins(char first) {
        return SIGNS.indexOf(first) >= 0;
    }

    /** @throws Refusal naming the function or DDE topic, where the formula fetches or starts something */
    static void check(String cell) {
        if (cell.chars().anyMatch(letter -> "|(!#".indexOf(letter) >= 0)) {
            new TableFormulas(cell).check();
        }
    }

    private void check() {
        for (int index = 0; index < tokens.size(); index++) {
            if ((isAt(index + 1, "|") && isTopic(index)) || isQuotedTopic(index)) {
                throw new Refusal(Rule.DDE).naming(cell);
            }
            if (leads(index)) {
                workbook(tokens.get(index).text());
            }
            if (is(index, Kind.NAME) && isAt(index + 1, "(")) {
                call(tokens.get(index).text().toUpperCase(Locale.ROOT), index + 2);
            }
        }
    }

    /** Whether a function of this name, in capitals, asks another program or machine. */
    static boolean asks(String name) {
        String function = Formulas.function(name);
        return function.equals(DDE) || Formulas.FETCHING.contains(function) || TRANSLATED.contains(function);
    }

    /** Whether a function of this name, in capitals, may lead to another program or machine, if only by a click. */
    static boolean matters(String name) {
        return asks(name) || CLICKED.contains(name);
    }

    /** Whether a workbook is named there, with a sheet and what stands in it behind it. */
    private boolean leads(int index) {
        int behind = is(index, Kind.QUOTED) ? index + 1 : is(index + 1, Kind.BRACKETS) ? index + 3 : index + 2;
        boolean written = is(index, Kind.QUOTED)
                || is(index, Kind.BRACKETS)
                || (is(index, Kind.NAME) && tokens.get(index).text().startsWith("\\\\"));
        boolean shareItself = is(index, Kind.NAME) && isAt(index + 1, "!");
        return written && (shareItself || isAt(behind, "!") || isAt(behind, "#"));
    }

    /** In a list an address of the web in quotes, with an exclamation mark behind it, is prose. */
    private void workbook(String reference) {
        Place place = FormulaTexts.place(reference);
        if (place == Place.SHARE) {
            throw new Refusal(Rule.NETWORK_SHARE).naming(reference);
        }
        if (place == Place.WEB && (!list || reference.indexOf('[') >= 0)) {
            throw new Refusal(Rule.REMOTE_WORKBOOK).naming(reference);
        }
    }

    private void call(String name, int argument) {
        if (CLICKED.contains(name)) {
            FormulaTexts.ofFirstArgument(tokens, argument).checkClick();
        }
        if (!asks(name) || isOfProse(argument)) {
            return;
        }
        if (Formulas.function(name).equals(DDE)) {
            throw new Refusal(Rule.DDE).naming(cell);
        }
        throw new Refusal(Rule.FETCHING_FORMULA).naming(Formulas.function(name));
    }

    /** Words in parentheses, as in "Image (front)": a table in plain text has no names for values. */
    private boolean isOfProse(int index) {
        boolean word =
                is(index, Kind.NAME) && !CELL.matcher(tokens.get(index).text()).matches() && !naming;
        boolean ends = index + 1 >= tokens.size()
                || is(index + 1, Kind.NAME)
                || Stream.of(")", ",", ";").anyMatch(sign -> isAt(index + 1, sign));
        return index >= tokens.size() || isAt(index, ")") || (word && ends);
    }

    /** A program, a bar, a topic, an exclamation mark and an item. */
    private boolean isTopic(int index) {
        boolean topic = is(index + 2, Kind.QUOTED) || (!list && is(index + 2, Kind.NAME));
        return isWord(index) && topic && isAt(index + 3, "!") && isWord(index + 4);
    }

    /** The first two with the bar between them in one pair of quotes. */
    private boolean isQuotedTopic(int index) {
        return is(index, Kind.QUOTED)
                && tokens.get(index).text().indexOf('|') > 0
                && isAt(index + 1, "!")
                && isWord(index + 2);
    }

    private boolean isWord(int index) {
        return is(index, Kind.NAME) || is(index, Kind.QUOTED);
    }

    private boolean is(int index, Kind kind) {
        return index < tokens.size() && tokens.get(index).kind() == kind;
    }

    private boolean isAt(int index, String sign) {
        return index < tokens.size() && tokens.get(index).is(sign);
    }
}
