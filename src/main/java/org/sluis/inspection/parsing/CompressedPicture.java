package org.sluis.inspection.parsing;

import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;

/** A drawing that Office keeps compressed (RFC 1952): EMZ, WMZ, PCZ, SVGZ. What comes out is examined as the drawing it is. */
final class CompressedPicture implements Format {

    static final String GZIP = "application/gzip";

    private static final Expectation DRAWING = new Expectation(
            Set.of(Metafile.EMF, Metafile.WMF, Magic.PICT, Magic.SVG),
            false,
            Rule.ATTACHED_PROGRAM,
            name -> new SvgXml(),
            name -> false);

    private final Examination examination;

    CompressedPicture(Examination examination) {
        this.examination = examination;
    }

    @Override
    public void check(Specimen specimen) throws IOException {
        Bytes packed = specimen.source().bytes();
        checkEnd(packed);
        Expansion expansion = () -> new GzipCompressorInputStream(packed.stream());
        long size = expansion.size(examination.meter());
        try (InputStream expanding = expansion.open()) {
            String name = specimen.name().name();
            examination.member(
                    expanding, size, name.substring(name.lastIndexOf('/') + 1), specimen.depth() + 1, DRAWING);
        }
    }

    private static void checkEnd(Bytes packed) throws IOException {
        try (InputStream stream = packed.stream();
                InputStream expanding = new GzipCompressorInputStream(stream)) {
            expanding.skip(Long.MAX_VALUE);
            Refusal.unless(stream.read() < 0, Rule.TRAILING_DATA);
        }
    }
}
