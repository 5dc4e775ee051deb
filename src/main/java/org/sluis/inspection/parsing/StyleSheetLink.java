package org.sluis.inspection.parsing;

import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Which style sheet an XML file asks for (Associating Style Sheets with XML documents 1.0). */
record StyleSheetLink(String data) {

    private static final Pattern ADDRESS = Pattern.compile("(?i)\\bhref\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)')");
    private static final Pattern ELSEWHERE = Pattern.compile("(?is)\\s*(?:[a-z][a-z0-9+.-]*:|[/\\\\]).*");
    /** In an address, programs pass over what is no character of one, and read what stands for another character. */
    private static final Pattern DISGUISE = Pattern.compile("[\\x00-\\x20\\x7f]|&(?!amp;)");

    /** Which no file in an archive or document can have, so that none of them can pass for text and be a style sheet. */
    private static final List<String> EXTENSIONS = List.of(".xsl", ".xslt", ".css");

    /** @throws Refusal unless it lies where the file itself lies, wherever that is */
    void mustLieBeside() {
        List<String> addresses =
                ADDRESS.matcher(data).results().map(StyleSheetLink::address).toList();
        if (addresses.isEmpty()) {
            throw new Refusal(Rule.FOREIGN_STYLE_SHEET);
        }
        for (String address : addresses) {
            if (ELSEWHERE.matcher(address).matches()
                    || DISGUISE.matcher(address).find()
                    || !isNamedAsOne(address)) {
                throw new Refusal(Rule.FOREIGN_STYLE_SHEET).naming(address);
            }
        }
    }

    /** Or lies in the file itself, where it is examined. */
    private static boolean isNamedAsOne(String address) {
        String path = address.split("[?#]", 2)[0].toLowerCase(Locale.ROOT);
        return path.isEmpty() || EXTENSIONS.stream().anyMatch(path::endsWith);
    }

    private static String address(MatchResult found) {
        return found.group(1) == null ? found.group(2) : found.group(1);
    }
}
