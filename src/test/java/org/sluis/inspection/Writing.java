package org.sluis.inspection;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** How XML is written down; some ways are against its rules, and are refused whatever they say. */
enum Writing {
    PLAIN("", StandardCharsets.UTF_8, "", true),
    DECLARED("", StandardCharsets.UTF_8, "<?xml version='1.0' encoding='UTF-8'?>", true),
    LATER_VERSION("", StandardCharsets.UTF_8, "<?xml version='1.1'?>", true),
    ALONE("", StandardCharsets.UTF_8, "<?xml version=\"1.0\" standalone=\"yes\" ?>\r\n", true),
    WESTERN("", StandardCharsets.ISO_8859_1, "<?xml version='1.0' encoding='windows-1252'?>", true),
    MARKED("\ufeff", StandardCharsets.UTF_8, "", true),
    MARKED_AND_DECLARED("\ufeff", StandardCharsets.UTF_8, "<?xml version='1.0'?>", true),
    LITTLE_ENDIAN("\ufeff", StandardCharsets.UTF_16LE, "", true),
    LITTLE_ENDIAN_AFTER_LINES("\ufeff", StandardCharsets.UTF_16LE, "\r\n\r\n  ", true),
    BIG_ENDIAN("\ufeff", StandardCharsets.UTF_16BE, "<?xml version='1.0' encoding='UTF-16'?>", true),
    LITTLE_ENDIAN_UNMARKED("", StandardCharsets.UTF_16LE, "<?xml version='1.0' encoding='UTF-16'?>", true),
    BIG_ENDIAN_UNMARKED("", StandardCharsets.UTF_16BE, "<?xml version='1.0' encoding='UTF-16'?>", true),
    LITTLE_ENDIAN_BARE("", StandardCharsets.UTF_16LE, "", false),
    BIG_ENDIAN_BARE("", StandardCharsets.UTF_16BE, "\n", false),
    WIDE("\ufeff", Charset.forName("UTF-32LE"), "", false),
    WIDE_AND_DECLARED("", Charset.forName("UTF-32BE"), "<?xml version='1.0' encoding='UCS-4'?>", false),
    MAINFRAME("", Charset.forName("IBM037"), "<?xml version='1.0' encoding='IBM037'?>", false),
    LINE_FIRST("", StandardCharsets.UTF_8, "\n \t", true),
    LINES_FIRST("", StandardCharsets.UTF_8, " ".repeat(4000), true),
    LINE_BEFORE_DECLARATION("", StandardCharsets.UTF_8, "\n<?xml version='1.0'?>", false),
    ZERO_FIRST("\0", StandardCharsets.UTF_8, "", false),
    MARKED_TWICE("\ufeff\ufeff", StandardCharsets.UTF_8, "", false),
    INSTRUCTION_FIRST("", StandardCharsets.UTF_8, "<?mso-application progid='x'?>", true),
    COMMENT_FIRST("", StandardCharsets.UTF_8, "<!-- x -->", true),
    DOCUMENT_TYPE("", StandardCharsets.UTF_8, "<!DOCTYPE a>", false);

    private final String mark;
    private final Charset charset;
    private final String beginning;
    private final boolean legal;

    Writing(String mark, Charset charset, String beginning, boolean legal) {
        this.mark = mark;
        this.charset = charset;
        this.beginning = beginning;
        this.legal = legal;
    }

    byte[] bytes(String xml) {
        return (mark + beginning + xml).getBytes(charset);
    }

    /** Whether what is harmless passes when it is written so. */
    boolean isLegal() {
        return legal;
    }
}
