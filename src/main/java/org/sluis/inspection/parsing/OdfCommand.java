package org.sluis.inspection.parsing;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What a click in an OpenDocument starts: a link may show a page, a menu may use the office's own commands, and neither may
 * make them open something or run a program.
 */
final class OdfCommand {

    private static final Pattern OWN = Pattern.compile("(?s)(\\.uno|slot|private|service):.*");
    private static final Pattern DISPATCHED = Pattern.compile("(?s)\\.uno:.*");
    /** Buttons that turn the pages of a form. */
    private static final Pattern TURNING = Pattern.compile("\\.uno:formcontroller/[a-z]+");

    private static final String SHELL = "systemshellexecute";

    private OdfCommand() {}

    /** @throws Refusal where a link or button does more than a hyperlink */
    static void checkClick(String address) {
        String command = plain(address);
        if (DISPATCHED.matcher(command).matches() && !TURNING.matcher(command).matches()) {
            throw new Refusal(Rule.UNSAFE_LINK).naming(address);
        }
        checkShell(command, address);
        Links.checkClick(address);
    }

    /** @throws Refusal where a menu does more than the office's own menus */
    static void checkMenu(String address) {
        String command = plain(address);
        checkShell(command, address);
        if (!OWN.matcher(command).matches()) {
            Links.checkClick(address);
        }
        for (String argument : command.substring(command.indexOf('?') + 1).split("[&?]", -1)) {
            int value = argument.indexOf('=');
            if (value >= 0
                    && (argument.substring(0, value).contains("url")
                            || !Links.isInside(argument.substring(value + 1)))) {
                throw new Refusal(Rule.UNSAFE_LINK).naming(address);
            }
        }
    }

    private static void checkShell(String command, String address) {
        if (command.contains(SHELL)) {
            throw new Refusal(Rule.MACRO).naming(address);
        }
    }

    private static String plain(String address) {
        return address.replaceAll("[\\x00-\\x20]", "").toLowerCase(Locale.ROOT);
    }
}
