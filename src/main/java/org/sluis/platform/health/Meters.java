package org.sluis.platform.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.function.Supplier;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.MetricUnits;
import org.eclipse.microprofile.metrics.Tag;

/**
 * What the portal counts about itself, for the operator's listener. The manual's page on operation lists every name;
 * no value of a tag comes from outside, so their number is bounded.
 */
@ApplicationScoped
public class Meters {

    @Inject
    MetricRegistry registry;

    /** What became of an upload: {@code received}, then {@code available} or the name of a problem. */
    public void uploaded(String outcome) {
        count("sluis_uploads", "Uploads by outcome", new Tag("outcome", outcome));
    }

    /** A rule of the gate refused a file; rules are few and their names are the portal's own. */
    public void refused(String rule) {
        count("sluis_refusals", "Refusals by the gate, by rule", new Tag("rule", rule));
    }

    /** A copy without what was refused: {@code proposed}, {@code sent}, or {@code impossible}. */
    public void copied(String outcome) {
        count("sluis_copies", "Copies of refused documents, by what became of them", new Tag("outcome", outcome));
    }

    /** Bytes of a document began to leave. */
    public void downloaded(String way) {
        count("sluis_downloads", "Documents whose bytes were sent, alone or in an archive", new Tag("way", way));
    }

    /** A part of a document was to be shown: {@code shown}, {@code impossible}, {@code busy}; and how long that took. */
    public void previewed(String outcome, Duration time) {
        Metadata metadata = Metadata.builder()
                .withName("sluis_previews")
                .withDescription("Pages and texts that were to be shown, by outcome")
                .build();
        registry.timer(metadata, new Tag("outcome", outcome)).update(time);
    }

    /** Somebody signed in was refused, and the trail knows. */
    public void denied(String act) {
        count("sluis_denials", "Refusals that are in the trail", new Tag("act", act));
    }

    /** What was to be done after a transaction failed, such as the entry of a refusal in the trail. */
    public void leftUndone() {
        count("sluis_left_undone", "Work after a transaction that failed, such as entries of refusals in the trail");
    }

    /** A call came without a valid token. */
    public void unauthenticated() {
        count("sluis_unauthenticated", "Calls of the API without a valid token");
    }

    /** What became of an attempt to send a mail: {@code sent}, {@code postponed}, {@code given-up}, {@code withdrawn}. */
    public void mailed(String outcome) {
        count("sluis_mails", "Attempts to send a mail, by outcome", new Tag("outcome", outcome));
    }

    /** Stored content turned out not to be what was stored. */
    public void damaged() {
        count("sluis_content_damaged", "Readings of stored content that failed their proof");
    }

    /** A version that had passed the gate was convicted and withdrawn. */
    public void recalled() {
        count("sluis_recalls", "Versions that were withdrawn because a scanner convicted them later");
    }

    /** What became of a request for a second look: {@code asked}, {@code withdrawn}, or its answer. */
    public void lookedAgain(String event) {
        count("sluis_second_looks", "Second looks at refusals by rules, by event", new Tag("event", event));
    }

    /** The scanner was asked; what it said, and how long that took. */
    public void scanned(String outcome, Duration time) {
        Metadata metadata = Metadata.builder()
                .withName("sluis_scans")
                .withDescription("Scans by outcome")
                .build();
        registry.timer(metadata, new Tag("outcome", outcome)).update(time);
    }

    /** A small member was sent to a scanner over a connection that it shares with others. */
    public void scannedInSession() {
        count("sluis_scans_in_sessions", "Small members sent to scanners over shared connections");
    }

    /** A child process was lost with a file: {@code effort}, {@code memory}, {@code death}, {@code clock}, {@code killed}. */
    public void parserLost(String reason) {
        count("sluis_parsers_lost", "Child processes that were lost with a file, by reason", new Tag("reason", reason));
    }

    /** A value asked for at each reading. */
    public void watch(String name, String description, String unit, Supplier<? extends Number> value, Tag... tags) {
        registry.gauge(
                Metadata.builder()
                        .withName(name)
                        .withDescription(description)
                        .withUnit(unit)
                        .build(),
                value,
                tags);
    }

    private void count(String name, String description, Tag... tags) {
        Metadata metadata = Metadata.builder()
                .withName(name)
                .withDescription(description)
                .withUnit(MetricUnits.NONE)
                .build();
        registry.counter(metadata, tags).inc();
    }
}
