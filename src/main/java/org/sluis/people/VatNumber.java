package org.sluis.people;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.sluis.kernel.ProblemException;

/**
 * The number under which an organisation is known to the state: a VAT number as VIES writes it, with the two letters of
 * its country and without separators. In Belgium it is also the company number, with or without its letters.
 *
 * <p>The countries that clients come from are checked by their check digits; other numbers by their shape alone.
 */
record VatNumber(String text) {

    private static final Pattern SEPARATORS = Pattern.compile("[\\s.\\-/]");
    private static final Pattern PREFIXED = Pattern.compile("[A-Z]{2}.*");
    private static final Pattern SHAPE = Pattern.compile("[A-Z]{2}[0-9A-Z+*]{2,12}");
    private static final Pattern OLD_BELGIAN = Pattern.compile("BE\\d{9}");

    private static final Map<String, Predicate<String>> CHECKED = Map.of(
            "BE", CheckDigits::fitBelgium,
            "DE", CheckDigits::fitGermany,
            "FR", CheckDigits::fitFrance,
            "LU", CheckDigits::fitLuxembourg,
            "NL", CheckDigits::fitTheNetherlands);

    /**
     * @param typed as people write it
     * @param country where the organisation is (ISO 3166-1 alpha-2), for numbers without letters
     * @throws ProblemException {@code invalid-member} where it has no such shape, or check digits that do not fit
     */
    static VatNumber of(String typed, Optional<String> country) {
        String bare = SEPARATORS.matcher(typed).replaceAll("").toUpperCase(Locale.ROOT);
        String number = completed(
                PREFIXED.matcher(bare).matches()
                        ? bare
                        : country.map(VatNumber::letters).orElse("") + bare);
        if (!SHAPE.matcher(number).matches()) {
            throw ProblemException.invalid("vatNumber", "format");
        }
        Predicate<String> check = CHECKED.get(number.substring(0, 2));
        if (check != null && !check.test(number.substring(2))) {
            throw ProblemException.invalid("vatNumber", "checksum");
        }
        return new VatNumber(number);
    }

    /** Greece writes its language, not its country. */
    private static String letters(String country) {
        return country.equals("GR") ? "EL" : country;
    }

    /** Belgian numbers had nine digits until 2005; each became today's by a zero in front. */
    private static String completed(String number) {
        return OLD_BELGIAN.matcher(number).matches() ? "BE0" + number.substring(2) : number;
    }
}
