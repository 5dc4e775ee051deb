package org.sluis;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Singleton;
import java.io.IOException;
import org.eclipse.microprofile.config.ConfigProvider;
import org.sluis.blob.EncryptedBlobs;
import org.sluis.blob.FileSystemBlobStore;
import org.sluis.blob.MasterKey;
import org.sluis.inspection.Categories;
import org.sluis.inspection.Inspector;
import org.sluis.inspection.Parsers;
import org.sluis.inspection.Sandbox;
import org.sluis.inspection.VirusScanner;
import org.sluis.inspection.WindowedScan;
import org.sluis.inspection.clamd.MeasuredScanner;
import org.sluis.inspection.clamd.ScanTerms;
import org.sluis.inspection.clamd.ScannerPool;
import org.sluis.inspection.parsing.Budget;
import org.sluis.platform.config.Settings;
import org.sluis.platform.health.Meters;
import org.sluis.platform.web.ReadablePages;

/** Puts the parts that know no settings together with them. */
@ApplicationScoped
public class Assembly {

    @Produces
    @Singleton
    EncryptedBlobs blobs(Settings settings) throws IOException {
        Settings.Blobs blobs = settings.blobs();
        return new EncryptedBlobs(
                new FileSystemBlobStore(blobs.directory()), new MasterKey(blobs.masterKey()), blobs.reserve());
    }

    @Produces
    @Singleton
    ReadablePages readablePages() {
        return new ReadablePages("/portal", new Pages().getClasses());
    }

    @Produces
    @Singleton
    @Typed(ScannerPool.class)
    ScannerPool scanners(Settings settings) {
        Settings.Scanner scanner = settings.scanner();
        ScanTerms terms = new ScanTerms(scanner.patience(), scanner.slowest(), scanner.window(), scanner.heuristics());
        return new ScannerPool(scanner.addresses(), terms, scanner.atOnce());
    }

    @Produces
    @Singleton
    VirusScanner scanner(ScannerPool scanners, Meters meters) {
        return new MeasuredScanner(scanners, meters);
    }

    @Produces
    @Singleton
    Inspector inspector(Settings settings, VirusScanner scanner, Meters meters) {
        Settings.Inspection inspection = settings.inspection();
        Budget budget = new Budget(inspection.members(), inspection.depth(), inspection.expanded(), inspection.ratio());
        Parsers parsers = new Parsers(
                new Parsers.Limits(
                        budget, inspection.time(), inspection.memory(), inspection.children(), inspection.queue()),
                Sandbox.of(inspection.sandbox(), inspection.sandboxRequired()),
                meters::parserLost);
        parsers.practise();
        return new Inspector(new WindowedScan(scanner, settings.scanner().window()), scanner, parsers);
    }

    void end(@Disposes Inspector inspector) {
        inspector.close();
    }

    @Produces
    @Singleton
    Categories categories(Settings settings) {
        return Categories.from(ConfigProvider.getConfig())
                .requireScannable(settings.scanner().window());
    }
}
