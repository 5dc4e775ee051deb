package org.sluis.documents;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.sluis.kernel.Sha256;
import org.sluis.platform.config.DerivedKey;
import org.sluis.platform.config.Settings;

/**
 * Blinds the words of contents, so that the database finds documents by words that it cannot read (decision 43). A stem becomes a
 * token under the key, and the token another sign in each document: whoever has the database and knows what one document says learns
 * nothing of the others. Only the token of a word that is searched for is ever told to the database.
 */
final class WordKey {

    private static final String HMAC = "HmacSHA256";
    private static final String PURPOSE = "sluis words of contents";
    private static final int TOKEN_BYTES = 16;

    /** 48 bits: among all signs that one page of a search looks at, two that are alike by chance are one in a million pages. */
    private static final int SIGN_BYTES = 6;

    private static final int MARK_BYTES = 8;

    /** What PostgreSQL keeps of one word (tsvector). */
    private static final int MOST_PLACES = 255;

    private final SecretKeySpec key;

    WordKey(byte[] key) {
        this.key = new SecretKeySpec(key, HMAC);
    }

    static WordKey of(Settings settings) {
        return new WordKey(DerivedKey.of(settings, PURPOSE));
    }

    /** By which key and rules words are kept; others are of no use any more. */
    String mark() {
        return HexFormat.of().formatHex(hmac("mark of rules " + Words.RULES, MARK_BYTES));
    }

    /** What the database is told of a word that is searched for. */
    String token(String stem) {
        return HexFormat.of().formatHex(hmac("word " + stem, TOKEN_BYTES));
    }

    /** What is kept of a document's words, as PostgreSQL writes a {@code tsvector}. */
    String vector(UUID document, Words words) {
        Map<String, StringBuilder> places = new TreeMap<>();
        Map<String, Integer> counts = new HashMap<>();
        Map<String, String> signs = new HashMap<>();
        int place = 0;
        for (Set<String> stems : words.stems()) {
            place++;
            for (String stem : stems) {
                String sign = signs.computeIfAbsent(stem, unknown -> sign(document, unknown));
                if (counts.merge(sign, 1, Integer::sum) <= MOST_PLACES) {
                    StringBuilder kept = places.computeIfAbsent(sign, unknown -> new StringBuilder());
                    kept.append(kept.isEmpty() ? "" : ",").append(place);
                }
            }
        }
        return places.entrySet().stream()
                .map(entry -> "'" + entry.getKey() + "':" + entry.getValue())
                .collect(Collectors.joining(" "));
    }

    /** The same is computed by {@link Search} in the database, from the token. */
    private String sign(UUID document, String stem) {
        byte[] bound = ByteBuffer.allocate(TOKEN_BYTES + 2 * Long.BYTES)
                .put(hmac("word " + stem, TOKEN_BYTES))
                .putLong(document.getMostSignificantBits())
                .putLong(document.getLeastSignificantBits())
                .array();
        return Base64.getEncoder()
                .encodeToString(Arrays.copyOf(Sha256.newDigest().digest(bound), SIGN_BYTES));
    }

    /**
     * What is asked of the database for one term: for each of its words a token, blanks between them.
     *
     * @return three of such, since a word has up to three stems; each empty where the term has no words
     */
    List<String> asked(Words term) {
        return List.of(asked(term, 0), asked(term, 1), asked(term, 2));
    }

    private String asked(Words term, int which) {
        return term.stems().stream()
                .map(List::copyOf)
                .map(stems -> token(stems.get(Math.min(which, stems.size() - 1))))
                .collect(Collectors.joining(" "));
    }

    private byte[] hmac(String text, int bytes) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(key);
            return Arrays.copyOf(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)), bytes);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
