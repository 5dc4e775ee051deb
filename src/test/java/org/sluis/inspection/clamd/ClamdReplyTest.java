package org.sluis.inspection.clamd;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sluis.inspection.ScanVerdict;
import org.sluis.inspection.ScanVerdict.Outcome;
import org.sluis.inspection.parsing.Rule;
import org.sluis.kernel.Sha256;
import org.sluis.platform.config.Heuristics;
import org.sluis.platform.config.Heuristics.Meaning;

class ClamdReplyTest {

    private static final Sha256 BYTES = Sha256.of(new byte[] {1});

    @Test
    void ignoredHeuristicIsClean() {
        Heuristics heuristics = new Heuristics(Map.of("Heuristics.Broken.Executable", Meaning.IGNORED));
        ScanVerdict verdict = ClamdReply.verdict("stream: Heuristics.Broken.Executable FOUND", BYTES, heuristics);
        assertThat(verdict.outcome()).isEqualTo(Outcome.CLEAN);
        assertThat(ClamdReply.verdict("stream: Eicar FOUND", BYTES, heuristics).objection())
                .contains(Rule.MALWARE);
    }
}
