package org.sluis.inspection.parsing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLStreamReader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.jspecify.annotations.Nullable;

/** An XFA form in a PDF document: XML in one stream or in packets. It may lay out, it may not calculate, run or send. */
final class XfaForm {

    private static final Set<String> ACTIVE = Set.of("script", "execute", "submit", "connect", "wsdlConnection");

    private XfaForm() {}

    /** @throws Refusal also where it cannot be read, for then nobody knows what a viewer makes of it */
    static void check(@Nullable COSBase form) throws IOException {
        List<InputStream> packets = new ArrayList<>();
        if (form instanceof COSArray array) {
            for (int index = 0; index < array.size(); index++) {
                add(array.getObject(index), packets);
            }
        } else {
            add(form, packets);
        }
        try {
            SafeXml.read(new SequenceInputStream(Collections.enumeration(packets)), new NothingActive());
        } catch (IOException unreadable) {
            throw new Refusal(Rule.PDF_DYNAMIC_FORM);
        }
    }

    private static void add(@Nullable COSBase packet, List<InputStream> packets) throws IOException {
        if (packet instanceof COSStream stream) {
            packets.add(stream.createInputStream());
        } else if (packet instanceof COSString text
                && packets.isEmpty()
                && text.getBytes().length > 0
                && text.getBytes()[0] == '<') {
            packets.add(new ByteArrayInputStream(text.getBytes()));
        }
    }

    private static final class NothingActive implements XmlRule {

        @Override
        public void start(XMLStreamReader element) {
            if (ACTIVE.contains(element.getLocalName())) {
                throw new Refusal(Rule.PDF_DYNAMIC_FORM);
            }
        }
    }
}
