package org.sluis.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.RequestOptions;
import com.microsoft.playwright.options.Sizes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sluis.stack.SharedStack;

/** What a page weighs, and what browsers keep of it. */
class AssetsIT {

    private static final int MOST_OF_A_FIRST_PAGE = 150_000;
    private static final String FOR_EVER = "public, max-age=31536000, immutable";

    private final String portal = SharedStack.get().portal().url();

    @Test
    void firstPageOfAReaderIsLight() {
        try (Guest guest = guest()) {
            List<Request> requests = new ArrayList<>();
            guest.page().onRequestFinished(requests::add);
            assertThat(guest.visit("/").status()).isEqualTo(200);
            guest.page().waitForLoadState(LoadState.NETWORKIDLE);
            assertThat(requests).hasSizeGreaterThan(10);
            assertThat(weight(requests)).isBetween(20_000, MOST_OF_A_FIRST_PAGE);
            requests.clear();
            assertThat(guest.visit("/problems").status()).isEqualTo(200);
            guest.page().waitForLoadState(LoadState.NETWORKIDLE);
            assertThat(weight(requests)).as("of a second one").isLessThan(40_000);
        }
    }

    @Test
    void whatNeverChangesIsKeptForEverAndTheRestAskedFor() {
        try (Guest guest = guest()) {
            guest.open("/");
            String sheet = guest.page().locator("link[href$='/css/sluis.css']").getAttribute("href");
            assertThat(sheet).matches("/assets/[0-9a-f]{12}/css/sluis.css");
            APIResponse kept = get(guest, sheet, "gzip, deflate, br");
            assertThat(kept.headers())
                    .containsEntry("cache-control", FOR_EVER)
                    .containsEntry("content-encoding", "gzip")
                    .containsEntry("vary", "Accept-Encoding")
                    .containsEntry("content-type", "text/css;charset=UTF-8")
                    .containsEntry("x-content-type-options", "nosniff");
            String otherVersion = sheet.replaceFirst("[0-9a-f]{12}", "0123456789ab");
            for (String address : List.of("/assets/css/sluis.css", otherVersion)) {
                APIResponse asked = get(guest, address, "gzip");
                assertThat(asked.headers()).containsEntry("cache-control", "no-cache");
                assertThat(asked.body()).isEqualTo(kept.body());
                APIResponse again = guest.context()
                        .request()
                        .get(
                                portal + address,
                                RequestOptions.create()
                                        .setHeader(
                                                "If-None-Match", asked.headers().get("etag")));
                assertThat(again.status()).isEqualTo(304);
            }
        }
    }

    @Test
    void whoTakesNoGzipGetsNone() {
        try (Guest guest = guest()) {
            for (String accepted : List.of("identity", "gzip;q=0", "br, gzip;q=0.0")) {
                assertThat(get(guest, "/assets/css/sluis.css", accepted).headers())
                        .as(accepted)
                        .doesNotContainKey("content-encoding");
            }
            assertThat(get(guest, "/assets/css/sluis.css", "br;q=1.0, gzip;q=0.8")
                            .headers())
                    .containsKey("content-encoding");
        }
    }

    /** Secrets beside words of a request must not be guessed by how short both become together. */
    @Test
    void pagesAreNotCompressed() {
        try (Guest reader = guest().signIn("client-a1")) {
            Map<String, String> page =
                    get(reader, "/portal/documents?q=guessed", "gzip").headers();
            assertThat(page).doesNotContainKey("content-encoding").containsEntry("cache-control", "no-store");
        }
    }

    private static int weight(List<Request> requests) {
        return requests.stream().map(Request::sizes).mapToInt(AssetsIT::weight).sum();
    }

    private static int weight(Sizes sizes) {
        return sizes.responseHeadersSize + sizes.responseBodySize;
    }

    private APIResponse get(Guest guest, String path, String encodings) {
        return guest.context()
                .request()
                .get(portal + path, RequestOptions.create().setHeader("Accept-Encoding", encodings));
    }

    private Guest guest() {
        return Chromium.guest(portal, new NewContextOptions().setLocale("en-GB"));
    }
}
