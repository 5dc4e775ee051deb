package org.sluis.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What the portal counts about itself. */
class MetersIT {

    private final Desk desk = new Desk();

    @Test
    void countsUploadsDownloadsAndDenials() {
        List<String> names = List.of(
                "sluis_uploads_total{mp_scope=\"application\",outcome=\"received\"",
                "sluis_uploads_total{mp_scope=\"application\",outcome=\"available\"",
                "sluis_uploads_total{mp_scope=\"application\",outcome=\"type-mismatch\"",
                "sluis_refusals_total{mp_scope=\"application\",rule=\"extension\"",
                "sluis_downloads_total{mp_scope=\"application\",way=\"alone\"",
                "sluis_downloads_total{mp_scope=\"application\",way=\"archive\"",
                "sluis_denials_total{act=\"document-viewed\",mp_scope=\"application\"");
        List<Double> before = names.stream().map(name -> Meter.of(desk, name)).toList();
        RestClient uploader = desk.person("client-a1");
        String id = desk.released();
        uploader.upload(Desk.REPORT, "report.pdf", Desk.TEXT);
        uploader.get("/documents/" + id + "/content");
        uploader.post("/documents/archive", "{\"ids\":[\"%s\"]}".formatted(id));
        uploader.get("/documents/" + UUID.randomUUID());
        List<Double> grown = List.of(2.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0);
        for (int i = 0; i < names.size(); i++) {
            assertThat(Meter.of(desk, names.get(i))).as(names.get(i)).isEqualTo(before.get(i) + grown.get(i));
        }
    }

    @Test
    void showsWhatWaits() {
        assertThat(Meter.text(desk))
                .contains("sluis_checks_waiting{mp_scope=\"application\"")
                .contains("sluis_checks_oldest_waiting_seconds{mp_scope=\"application\"");
    }
}
