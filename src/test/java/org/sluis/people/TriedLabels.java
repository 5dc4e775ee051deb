package org.sluis.people;

import java.util.List;
import java.util.stream.Stream;

/** Names and addresses of accounts that the portal's rule and the realm's user profile are asked about. */
public final class TriedLabels {

    public static final List<String> GOOD_NAMES = List.of(
            "Jan",
            "d'Hondt",
            "O’Neill",
            "Anne-Marie",
            "van den Bossche, jr.",
            "Ó Súilleabháin",
            "Łukasz",
            "Μαρία",
            "田中",
            "\ud83d\ude00",
            "a_b`c+f 7",
            "J.Peeters",
            "St. John",
            "n".repeat(100));

    /** The realm takes them no more than the portal. */
    public static final List<String> BAD_NAMES = Stream.concat(
                    Stream.of("Jan (QA)", "a\u0007b", "n".repeat(256)),
                    "<>&\"$%!#?§;*~/\\|^=[]{}()".chars().mapToObj(sign -> "Jan " + (char) sign))
            .toList();

    /** What a mail program would make a link of; the realm takes them. */
    public static final List<String> UNWANTED_NAMES =
            List.of("Sign in at portal.example", "a@b", "Urgent: your file", "www.example.org");

    public static final List<String> GOOD_ADDRESSES = List.of(
            "jan@rule.example",
            "d'hondt.jan@rule.example",
            "a&b@rule.example",
            "!#$%*+/=?^_`{|}~-.1@rule.example",
            "jan@sub-domain.2.rule.example",
            "jan@m\u00fcnchen.example",
            "jan@xn--mnchen-3ya.example",
            "jan@\u4f8b\u3048.example",
            "l".repeat(64) + "@rule.example",
            "jan@%s.example".formatted("d".repeat(63)),
            "%1$s@%2$s.%2$s.%2$s.example".formatted("l".repeat(53), "d".repeat(63)));

    /** The realm takes them no more than the portal. */
    public static final List<String> BAD_ADDRESSES = List.of(
            "jan",
            "@rule.example",
            "a..b@rule.example",
            ".a@rule.example",
            "a.@rule.example",
            "a b@rule.example",
            "a@b@rule.example",
            "a(b)@rule.example",
            "a,b@rule.example",
            "a\\b@rule.example",
            "<a@rule.example>",
            "\u00e9@rule.example",
            "a@rule..example",
            "a@-rule.example",
            "a@rule-.example",
            "a@ru_le.example",
            "a@rule.example.",
            "a@\ud83d\ude00.example",
            "l".repeat(65) + "@rule.example",
            "a@%s.example".formatted("d".repeat(64)),
            "a@%1$s.%1$s.%1$s.%1$s.example".formatted("d".repeat(63)));

    /** The portal refuses them, although the realm takes them. */
    public static final List<String> UNWANTED_ADDRESSES =
            List.of("\"a b\"@rule.example", "a@localhost", "a@[127.0.0.1]", "a@ru!le.example", "a@rule\u3002example");

    private TriedLabels() {}
}
