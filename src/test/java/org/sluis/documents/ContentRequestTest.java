package org.sluis.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sluis.documents.ContentRequest.Span;

class ContentRequestTest {

    private static final String TAG = "\"abc\"";
    private static final long SIZE = 1000;

    @Test
    void readsEachFormOfASingleRange() {
        assertThat(range("bytes=0-0").span(SIZE)).contains(new Span(0, 0));
        assertThat(range("bytes=990-").span(SIZE)).contains(new Span(990, 999));
        assertThat(range("bytes=-10").span(SIZE)).contains(new Span(990, 999));
        assertThat(range("bytes=-5000").span(SIZE)).contains(new Span(0, 999));
        assertThat(range("bytes=5-99999999999999999999999999").span(SIZE)).contains(new Span(5, 999));
        assertThat(range("Bytes= 1-2 ").span(SIZE)).contains(new Span(1, 2));
    }

    @Test
    void aRangeBeyondTheContentCannotBeSatisfied() {
        for (String beyond : List.of("bytes=1000-", "bytes=1000-2000", "bytes=-0", "bytes=99999999999999999999-")) {
            ContentRequest request = range(beyond);
            assertThat(request.asksForRange(TAG)).as(beyond).isTrue();
            assertThat(request.span(SIZE)).as(beyond).isEmpty();
            assertThat(request.bytesSent(TAG, SIZE)).as(beyond).isZero();
        }
    }

    @Test
    void ignoresWhatIsNoSingleRangeOfBytes() {
        for (String ignored : List.of(
                "bytes=5-2",
                "bytes=-",
                "bytes=a-b",
                "bytes=1",
                "bytes",
                "lines=1-2",
                "bytes=0-1,5-6",
                "bytes=+1-2",
                "bytes=0x1-2",
                "bytes=1 - 2")) {
            ContentRequest request = range(ignored);
            assertThat(request.asksForRange(TAG)).as(ignored).isFalse();
            assertThat(request.bytesSent(TAG, SIZE)).as(ignored).isEqualTo(SIZE);
        }
    }

    @Test
    void ifRangeDemandsTheVerySameContent() {
        assertThat(new ContentRequest(null, "bytes=0-1", TAG, null, true).asksForRange(TAG))
                .isTrue();
        for (String other : List.of("W/" + TAG, "\"abcd\"", "abc", "Tue, 24 Nov 2026 08:00:00 GMT")) {
            assertThat(new ContentRequest(null, "bytes=0-1", other, null, true).asksForRange(TAG))
                    .as(other)
                    .isFalse();
        }
    }

    @Test
    void whoKnowsTheContentIsSentNone() {
        for (String known : List.of(TAG, "W/" + TAG, "\"x\", " + TAG, "*")) {
            ContentRequest request = new ContentRequest(null, null, null, known, true);
            assertThat(request.knows(TAG)).as(known).isTrue();
            assertThat(request.bytesSent(TAG, SIZE)).as(known).isZero();
        }
        assertThat(new ContentRequest(null, null, null, "\"xabc\"", true).knows(TAG))
                .isFalse();
    }

    @Test
    void aRangeNeedsItsOwnBytes() {
        assertThat(range("bytes=10-19").bytesSent(TAG, SIZE)).isEqualTo(10);
    }

    @Test
    void headNeedsNoBytes() {
        assertThat(new ContentRequest(null, null, null, null, false).bytesSent(TAG, SIZE))
                .isZero();
        assertThat(new ContentRequest(null, null, null, TAG, false).knows(TAG)).isTrue();
    }

    @Test
    void ifMatchDemandsOneOfTheNamedContents() {
        for (String named : List.of(TAG, "\"x\", " + TAG, "*")) {
            assertThat(onlyIf(named).isStale(TAG)).as(named).isFalse();
            assertThat(onlyIf(named).bytesSent(TAG, SIZE)).as(named).isEqualTo(SIZE);
        }
        for (String other : List.of("W/" + TAG, "\"x\"", "nonsense", "")) {
            assertThat(onlyIf(other).isStale(TAG)).as(other).isTrue();
            assertThat(onlyIf(other).bytesSent(TAG, SIZE)).as(other).isZero();
        }
    }

    private static ContentRequest onlyIf(String tags) {
        return new ContentRequest(tags, null, null, null, true);
    }

    private static ContentRequest range(String range) {
        return new ContentRequest(null, range, null, null, true);
    }
}
