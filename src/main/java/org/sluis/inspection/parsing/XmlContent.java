package org.sluis.inspection.parsing;

import java.io.IOException;

/** XML, read by the rule of the place where it was found. */
final class XmlContent implements Format {

    @Override
    public void check(Specimen specimen) throws IOException {
        XmlRule rule = specimen.expectation().xml().apply(specimen.name().name());
        SafeXml.read(specimen.source().stream(), rule);
    }
}
