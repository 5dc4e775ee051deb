package org.sluis.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;

/** What uploads in pieces became, as their sender sees it. */
final class UploadOutcomes {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final RestClient person;

    UploadOutcomes(RestClient person) {
        this.person = person;
    }

    /** The document has that name and content, soon. */
    void assertBecame(String document, String name, byte[] content) {
        await().atMost(PATIENCE)
                .until(
                        () -> RestClient.json(person.get(document))
                                .path("fileName")
                                .asText(),
                        name::equals);
        awaitState(document, "AVAILABLE");
        assertThat(person.get(document + "/content").body()).isEqualTo(content);
    }

    void awaitState(String document, String state) {
        await().atMost(PATIENCE)
                .until(() -> RestClient.json(person.get(document)).path("state").asText(), state::equals);
    }
}
