package org.sluis.people;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.IDN;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sluis.kernel.ProblemException;
import org.sluis.platform.rest.MergePatch;

/**
 * What the names and the address of an account may be made of: what the user profile in {@code keycloak-realm.json} takes, or
 * less. So whatever is ordered is not refused by the realm later for what it says, which an organisation that invites would
 * never learn. What stays as it is, the realm has taken already.
 */
final class LabelRule {

    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_ADDRESS = 254;
    private static final int LONGEST_DOMAIN = 253;

    /** Keycloak's {@code person-name-prohibited-characters}; control characters are in no line of the portal. */
    private static final Pattern UNFIT_IN_NAMES = Pattern.compile("[<>&\"$%!#?§;*~/\\\\|^=\\[\\]{}()]");

    /** Mail programs make links of it, and invitations begin with the name. */
    private static final Pattern LIKE_AN_ADDRESS = Pattern.compile("[@:]|\\p{L}{2}\\.\\p{L}{2}");

    /** Keycloak's {@code email} without what is quoted. Other letters than ASCII need a relay that not everybody has (RFC 6531). */
    private static final String ATOM = "[a-z0-9!#$%&'*+/=?^_`{|}~-]+";

    private static final Pattern ADDRESS =
            Pattern.compile("(?=[^@]{1,64}@)" + ATOM + "(?:\\." + ATOM + ")*@([\\p{L}\\p{M}\\p{N}.-]+)");

    private static final String LABEL = "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?";
    private static final Pattern DOMAIN = Pattern.compile(LABEL + "(?:\\." + LABEL + ")+");

    private LabelRule() {}

    /** @throws ProblemException {@code invalid-member} */
    static String name(String member, @Nullable JsonNode sent, String current) {
        String name = MergePatch.required(member, sent, current, LONGEST_NAME);
        boolean isUnfit = UNFIT_IN_NAMES.matcher(name).find()
                || LIKE_AN_ADDRESS.matcher(name).find();
        if (!name.equals(current) && isUnfit) {
            throw ProblemException.invalid(member, "characters");
        }
        return name;
    }

    /** In small letters, as the realm keeps it. */
    static String address(String member, @Nullable JsonNode sent, String current) {
        String address =
                MergePatch.required(member, sent, current, LONGEST_ADDRESS).toLowerCase(Locale.ROOT);
        if (!address.equalsIgnoreCase(current) && !isAddress(address)) {
            throw ProblemException.invalid(member, "format");
        }
        return address;
    }

    /** Small letters can be more than capital ones. */
    private static boolean isAddress(String text) {
        Matcher address = ADDRESS.matcher(text);
        return text.length() <= LONGEST_ADDRESS && address.matches() && isDomain(address.group(1));
    }

    /** Letters beyond the first plane have no place in Keycloak's domains. */
    private static boolean isDomain(String domain) {
        try {
            String ascii = IDN.toASCII(domain, IDN.USE_STD3_ASCII_RULES);
            return ascii.length() <= LONGEST_DOMAIN
                    && DOMAIN.matcher(ascii).matches()
                    && domain.chars().noneMatch(sign -> Character.isSurrogate((char) sign));
        } catch (IllegalArgumentException noDomain) {
            return false;
        }
    }
}
