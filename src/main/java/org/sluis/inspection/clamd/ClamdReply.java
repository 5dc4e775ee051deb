package org.sluis.inspection.clamd;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sluis.inspection.ScanVerdict;
import org.sluis.inspection.ScanVerdict.Outcome;
import org.sluis.kernel.Sha256;
import org.sluis.platform.config.Heuristics;
import org.sluis.platform.config.Heuristics.Meaning;

/** What clamd's words on a stream mean. Clean is one exact reply; everything else is a conviction by name or no verdict. */
final class ClamdReply {

    private static final String CLEAN = "stream: OK";
    private static final Pattern FOUND = Pattern.compile("stream: ([\\x21-\\x7e\\xa1-\\xff]{1,500}) FOUND");

    private ClamdReply() {}

    /**
     * @param text without its end
     * @param scanned digest of the bytes it is about
     * @param heuristics what they mean; a conviction that counts for nothing is none
     */
    static ScanVerdict verdict(String text, Sha256 scanned, Heuristics heuristics) {
        Matcher found = FOUND.matcher(text);
        if (found.matches()) {
            return conviction(found.group(1), scanned, heuristics);
        }
        return text.equals(CLEAN)
                ? new ScanVerdict(Outcome.CLEAN, scanned, "")
                : ScanVerdict.undecided(scanned, "not a verdict");
    }

    private static ScanVerdict conviction(String signature, Sha256 scanned, Heuristics heuristics) {
        Meaning meaning = heuristics.of(signature);
        Outcome outcome = meaning == Meaning.IGNORED ? Outcome.CLEAN : Outcome.FOUND;
        return new ScanVerdict(outcome, scanned, signature, Optional.empty(), meaning);
    }
}
