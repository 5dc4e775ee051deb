package org.sluis.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.sluis.kernel.Ids;
import org.sluis.kernel.ProblemException;

class ArchiveRequestTest {

    private static final int MOST = 2;

    private final UUID id = Ids.next();

    @Test
    void takesIdentifiersInCapitalLetters() {
        assertThat(new ArchiveRequest(List.of(capital())).documents(MOST)).containsExactly(id);
    }

    @Test
    void refusesTheSameDocumentTwiceHoweverItIsWritten() {
        for (String again : List.of(id.toString(), capital())) {
            assertThatThrownBy(() -> new ArchiveRequest(List.of(id.toString(), again)).documents(MOST))
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            refusal -> assertThat(refusal.facts()).containsEntry("reason", "repeated"));
        }
    }

    private String capital() {
        return id.toString().toUpperCase(Locale.ROOT);
    }
}
