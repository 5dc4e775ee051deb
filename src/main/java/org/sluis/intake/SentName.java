package org.sluis.intake;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Optional;
import org.apache.commons.fileupload2.core.FileItemInput;
import org.apache.commons.fileupload2.core.ParameterParser;
import org.sluis.kernel.ProblemException;
import org.sluis.platform.bodies.StrictText;

/** The name of a file in a form, as it was sent: UTF-8 (RFC 7578, 5.1), and nothing in it that is replaced or cut off. */
final class SentName {

    private SentName() {}

    /**
     * @param part whose headers were read with a character for each byte
     * @throws ProblemException {@code invalid-member} where it is no text, or has NUL
     */
    static Optional<String> of(FileItemInput part) {
        ParameterParser parser = new ParameterParser();
        parser.setLowerCaseNames(true);
        String disposition = decoded(part.getHeaders().getHeader("Content-Disposition"));
        Optional<String> name =
                Optional.ofNullable(parser.parse(disposition, ';').get("filename"));
        if (name.filter(sent -> sent.indexOf('\0') >= 0).isPresent()) {
            throw unfit();
        }
        return name.map(String::trim);
    }

    private static String decoded(String bytes) {
        try {
            return StrictText.of(bytes.getBytes(ISO_8859_1));
        } catch (ProblemException brokenOrOther) {
            throw unfit();
        }
    }

    private static ProblemException unfit() {
        return ProblemException.invalid("file", "characters");
    }
}
