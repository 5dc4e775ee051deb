package org.sluis.people;

import java.math.BigInteger;
import java.util.regex.Pattern;

/**
 * The check digits of VAT numbers, each without the letters of its country, by the rules that the member states
 * published for VIES. They find typing errors; whether a number was ever given out only VIES can say, and nobody is asked.
 */
final class CheckDigits {

    private static final Pattern BELGIAN = Pattern.compile("[01]\\d{9}");
    private static final Pattern DUTCH = Pattern.compile("\\d{9}B\\d{2}");
    private static final Pattern FRENCH = Pattern.compile("[0-9A-HJ-NP-Z]{2}\\d{9}");
    private static final Pattern GERMAN = Pattern.compile("[1-9]\\d{8}");
    private static final Pattern LUXEMBOURGISH = Pattern.compile("\\d{8}");

    /** The signs of a French key: letters that look like digits are left out. */
    private static final String FRENCH_SIGNS = "0123456789ABCDEFGHJKLMNPQRSTUVWXYZ";

    private CheckDigits() {}

    /** The last two digits complete the first eight to a multiple of 97. */
    static boolean fitBelgium(String number) {
        return BELGIAN.matcher(number).matches() && 97 - value(number, 0, 8) % 97 == value(number, 8, 10);
    }

    /** Of legal persons the ninth digit checks the first eight by 11; since 2020 others have one remainder by 97 of it all. */
    static boolean fitTheNetherlands(String number) {
        return DUTCH.matcher(number).matches() && (fitsEleven(number) || fitsNinetySeven("NL" + number));
    }

    /** Two key signs before the SIREN, which has a check digit of its own (Luhn); Monaco's numbers have no SIREN. */
    static boolean fitFrance(String number) {
        return FRENCH.matcher(number).matches()
                && (number.startsWith("000", 2) || fitsLuhn(number.substring(2)))
                && fitsFrenchKey(number.charAt(0), number.charAt(1), value(number, 2, 11));
    }

    /** The last two digits are the remainder of the first six by 89. */
    static boolean fitLuxembourg(String number) {
        return LUXEMBOURGISH.matcher(number).matches() && value(number, 0, 6) % 89 == value(number, 6, 8);
    }

    /** ISO/IEC 7064, MOD 11,10. */
    static boolean fitGermany(String number) {
        if (!GERMAN.matcher(number).matches()) {
            return false;
        }
        int product = 10;
        for (int place = 0; place < 8; place++) {
            int sum = (digit(number, place) + product) % 10;
            product = (sum == 0 ? 10 : sum) * 2 % 11;
        }
        return (11 - product) % 10 == digit(number, 8);
    }

    private static boolean fitsEleven(String number) {
        int sum = 0;
        for (int place = 0; place < 8; place++) {
            sum += digit(number, place) * (9 - place);
        }
        return sum % 11 == digit(number, 8);
    }

    /** ISO/IEC 7064, MOD 97-10, letters counting from 10. */
    private static boolean fitsNinetySeven(String signs) {
        StringBuilder digits = new StringBuilder();
        signs.chars().forEach(sign -> digits.append(Character.digit(sign, 36)));
        return new BigInteger(digits.toString()).mod(BigInteger.valueOf(97)).intValue() == 1;
    }

    private static boolean fitsLuhn(String digits) {
        int sum = 0;
        for (int place = 0; place < digits.length(); place++) {
            int digit = digit(digits, digits.length() - 1 - place) * (place % 2 + 1);
            sum += digit > 9 ? digit - 9 : digit;
        }
        return sum % 10 == 0;
    }

    private static boolean fitsFrenchKey(char first, char second, long siren) {
        int one = FRENCH_SIGNS.indexOf(first);
        int two = FRENCH_SIGNS.indexOf(second);
        if (one < 10 && two < 10) {
            return one * 10 + two == (12 + 3 * (siren % 97)) % 97;
        }
        int key = one < 10 ? one * 24 + two - 10 : one * 34 + two - 100;
        return (siren + 1 + key / 11) % 11 == key % 11;
    }

    private static long value(String digits, int from, int to) {
        return Long.parseLong(digits, from, to, 10);
    }

    private static int digit(String digits, int place) {
        return digits.charAt(place) - '0';
    }
}
