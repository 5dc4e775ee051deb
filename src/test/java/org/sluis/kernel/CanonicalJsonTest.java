package org.sluis.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CanonicalJsonTest {

    private static final UUID ID = UUID.fromString("0190f3a0-0000-7000-8000-000000000001");

    @Test
    void sortsMembersAndLeavesOutWhatIsAbsent() {
        assertThat(CanonicalJson.of(new Every(
                        ID,
                        Sha256.of(new byte[0]),
                        Instant.parse("2026-11-30T03:00:00Z"),
                        Role.DPO,
                        true,
                        -7,
                        9_007_199_254_740_991L,
                        List.of("b", "a"),
                        Optional.empty(),
                        Optional.of(2))))
                .isEqualTo("{\"at\":\"2026-11-30T03:00:00Z\",\"count\":-7,\"id\":\"" + ID
                        + "\",\"list\":[\"b\",\"a\"],\"present\":2,\"role\":\"DPO\",\"sha256\":\""
                        + "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
                        + "\",\"size\":9007199254740991,\"yes\":true}");
    }

    @Test
    void saysNothingAsAnEmptyObject() {
        assertThat(CanonicalJson.of(Facts.NONE)).isEqualTo("{}");
    }

    @Test
    void escapesWhatTheStandardEscapesAndNothingElse() throws IOException {
        String naughty = "\"\\/\b\f\n\r\t\u0001\u001f\u007f\u2028é€😀</script>";
        String written = CanonicalJson.of(new Text(naughty));
        assertThat(written).isEqualTo("{\"text\":\"\\\"\\\\/\\b\\f\\n\\r\\t\\u0001\\u001f\u007f\u2028é€😀</script>\"}");
        assertThat(new ObjectMapper().readTree(written).path("text").asText()).isEqualTo(naughty);
    }

    /** An act must not fail because a file in it has a name that the database cannot hold. */
    @Test
    void replacesWhatTheDatabaseCannotHold() {
        assertThat(CanonicalJson.of(new Text("a\0b"))).isEqualTo("{\"text\":\"a\uFFFDb\"}");
        assertThat(CanonicalJson.of(new Text("\uD83D"))).isEqualTo("{\"text\":\"\uFFFD\"}");
        assertThat(CanonicalJson.of(new Text("\uDE00\uD83D"))).isEqualTo("{\"text\":\"\uFFFD\uFFFD\"}");
    }

    @Test
    void takesNoTypeThatHasTwoSpellings() {
        assertThatThrownBy(() -> CanonicalJson.of(new Fraction(0.1))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> CanonicalJson.of(new Huge(Long.MIN_VALUE)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> CanonicalJson.of(new NoRecord())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anEventHasTheFactsThatItsActionDeclares() {
        Caller caller = new Caller(ID, "Somebody", Set.of(), Optional.empty(), Optional.empty());
        ResourceRef document = ResourceRef.document(ID);
        assertThat(AuditEvent.done(caller, Tried.SAID, document, new Text("x")).facts())
                .isEqualTo(new Text("x"));
        assertThat(AuditEvent.refused(caller, Tried.SAID, document).facts()).isEqualTo(Facts.NONE);
        assertThatThrownBy(() -> AuditEvent.done(caller, Tried.SAID, document, Facts.NONE))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> AuditEvent.refused(caller, Tried.SAID, document, new Huge(1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private record Every(
            UUID id,
            Sha256 sha256,
            Instant at,
            Role role,
            boolean yes,
            int count,
            long size,
            List<String> list,
            Optional<String> absent,
            Optional<Integer> present)
            implements Facts {}

    private record Text(String text) implements Facts {}

    private record Fraction(double value) implements Facts {}

    private record Huge(long value) implements Facts {}

    private static final class NoRecord implements Facts {}

    private enum Tried implements AuditAction {
        SAID;

        @Override
        public Class<? extends Facts> facts() {
            return Text.class;
        }
    }
}
