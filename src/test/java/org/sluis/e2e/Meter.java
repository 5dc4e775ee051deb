package org.sluis.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** What the operator's listener says of one metric. */
final class Meter {

    private Meter() {}

    /** The value of the line that begins with {@code name}, tags included where they matter; 0 where there is none yet. */
    static double of(Desk desk, String name) {
        return text(desk)
                .lines()
                .filter(line -> line.startsWith(name))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    static String text(Desk desk) {
        URI address = URI.create(desk.stack.portal().operatorUrl() + "/metrics?scope=application");
        HttpRequest request =
                HttpRequest.newBuilder(address).header("Accept", "text/plain").build();
        try {
            HttpResponse<String> answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(200);
            return answer.body();
        } catch (IOException away) {
            throw new java.io.UncheckedIOException(away);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopping);
        }
    }
}
