package org.sluis.inspection.parsing;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The encodings that a page or its type names. Markup looks the same in nearly all of them; in the code pages of mainframes
 * and in UTF-7 it is written with other bytes, so that what is text here would be markup to whoever believes the page.
 */
final class PageLetters {

    private static final Pattern NAMED =
            Pattern.compile("(?i)(?:charset|encoding)\\s*=\\s*[\"']?\\s*([\\w.:+-]{1,60})");
    /** Code pages by number, but for those of personal computers. */
    private static final Pattern OTHER = Pattern.compile(
            "(?i).*(ebcdic|utf-?7).*|(cs)?(ibm|x-?ibm|cp|x-cp)[-_]?0*(?!(367|437|737|775|819|8[56]\\d|874|932|936|949|950|125\\d|1200|1201|65001)$)\\d.*");

    private PageLetters() {}

    /** @throws Refusal naming an encoding that is named anywhere there, and in which markup looks otherwise */
    static void check(String text) {
        for (Matcher named = NAMED.matcher(text); named.find(); ) {
            checkName(named.group(1));
        }
    }

    /** @throws Refusal naming it, where markup looks otherwise in it */
    static void checkName(String name) {
        if (OTHER.matcher(name.strip()).matches()) {
            throw new Refusal(Rule.VARIANT).naming(name);
        }
    }
}
