package org.sluis.inspection.parsing;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.sluis.inspection.parsing.FormulaTokens.Kind;
import org.sluis.inspection.parsing.FormulaTokens.Token;
import org.sluis.inspection.parsing.Links.Place;

/** The formulas of a spreadsheet: they compute from what is in it, and neither fetch nor start anything. */
final class Formulas {

    /** Who looks up a price or a translation asks one service that nobody chooses; all others ask whom the formula names. */
    static final Set<String> FETCHING = Set.of(
            "WEBSERVICE",
            "IMAGE",
            "RTD",
            "SQL.REQUEST",
            "IMPORTCSV",
            "IMPORTTEXT",
            "IMPORTHTML",
            "IMPORTXML",
            "IMPORTDATA",
            "IMPORTFEED",
            "IMPORTRANGE",
            "PY",
            "COPILOT");

    private static final Set<String> RUNNING = Set.of(
            "CALL",
            "EVALUATE",
            "EXEC",
            "EXECUTE",
            "FOPEN",
            "FWRITE",
            "FWRITELN",
            "INITIATE",
            "POKE",
            "REGISTER",
            "REGISTER.ID");
    private static final Pattern PREFIX = Pattern.compile(
            "^(_XLFN\\.|_XLWS\\.|_XLUDF\\.|_XLL\\.|_XLETA\\.|COM\\.MICROSOFT\\.|ORG\\.(LIBREOFFICE|OPENOFFICE)\\.)");
    /** What no name of a sheet holds: where a bar stands beside one of these, a program is asked for something. */
    private static final Pattern NO_SHEET = Pattern.compile("[\\\\/?*\\[\\]]");

    private static final Pattern QUOTED_ADDRESS = Pattern.compile("^'([^']*)'#.*$", Pattern.DOTALL);
    private static final Pattern WORKBOOK_BEFORE = Pattern.compile("^[^|\\[]*\\[[^\\[\\]|]*\\]");
    private static final Pattern UNCLEAR =
            Pattern.compile("(?i)(webservice|image|rtd|call|exec|register(\\.id)?|dde)\\s*\\(|\\w\\s*\\|");
    private static final int SHORTEST = 4;

    private final String formula;
    private final List<Token> tokens;
    private int braces;

    private Formulas(String formula) {
        this.formula = formula;
        this.tokens = FormulaTokens.of(formula);
    }

    /** @throws Refusal naming the function, address or DDE topic, where the formula fetches or starts something */
    static void check(String formula) {
        if (formula.length() < SHORTEST) {
            return;
        }
        if (!FormulaTokens.isClosed(formula) && UNCLEAR.matcher(formula).find()) {
            throw new Refusal(Rule.FETCHING_FORMULA).naming(formula);
        }
        new Formulas(formula).check();
    }

    private void check() {
        for (int index = 0; index < tokens.size(); index++) {
            Token token = tokens.get(index);
            switch (token.kind()) {
                case NAME -> name(index);
                case QUOTED, BRACKETS -> reference(index);
                case SIGN -> braces += token.is("{") ? 1 : token.is("}") ? -1 : 0;
                case TEXT -> {
                    // Matters only to who is called with it.
                }
            }
        }
    }

    private void name(int index) {
        String written = tokens.get(index).text().toUpperCase(Locale.ROOT);
        String function = function(written);
        if (isAt(index + 1, "|")) {
            dde(index);
        }
        boolean called = isAt(index + 1, "(");
        boolean handedOn = !written.equals(function);
        if (!called && !handedOn) {
            return;
        }
        if (FETCHING.contains(function) || RUNNING.contains(function)) {
            throw new Refusal(Rule.FETCHING_FORMULA).naming(function);
        }
        if (function.equals("DDE")) {
            throw new Refusal(Rule.DDE).naming(formula);
        }
        if (called && function.equals("HYPERLINK")) {
            FormulaTexts.ofFirstArgument(tokens, index + 2).checkClick();
        }
        if (called && function.equals("INDIRECT")) {
            FormulaTexts.ofFirstArgument(tokens, index + 2).checkReference();
        }
    }

    /** The name of a function without what files put before it. */
    static String function(String written) {
        String name = written;
        String shorter = PREFIX.matcher(name).replaceFirst("");
        while (!shorter.equals(name)) {
            name = shorter;
            shorter = PREFIX.matcher(name).replaceFirst("");
        }
        return name;
    }

    /** A bar divides rows within braces; elsewhere it stands between a program and what it is asked for. */
    private void dde(int index) {
        if (braces <= 0) {
            throw new Refusal(Rule.DDE).naming(tokens.get(index).text());
        }
    }

    /** Names of sheets hold no addresses, but for the workbook before them. */
    private void reference(int index) {
        String reference = tokens.get(index).text();
        boolean bar = tokens.get(index).kind() == Kind.QUOTED && reference.contains("|") && !isSheet(index);
        if (bar || isAt(index + 1, "|")) {
            dde(index);
        }
        Place place = FormulaTexts.place(reference);
        String subject = QUOTED_ADDRESS.matcher(reference).replaceFirst("$1");
        if (place == Place.SHARE) {
            throw new Refusal(Rule.NETWORK_SHARE).naming(subject);
        }
        if (place == Place.WEB) {
            throw new Refusal(Rule.REMOTE_WORKBOOK).naming(subject);
        }
    }

    /** A sheet may be named with a bar. */
    private boolean isSheet(int index) {
        boolean leads = isAt(index + 1, "!")
                || (index + 1 < tokens.size() && tokens.get(index + 1).text().startsWith("."));
        String name = WORKBOOK_BEFORE.matcher(tokens.get(index).text()).replaceFirst("");
        return leads && !NO_SHEET.matcher(name).find();
    }

    private boolean isAt(int index, String sign) {
        return index < tokens.size() && tokens.get(index).is(sign);
    }
}
