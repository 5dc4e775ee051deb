package org.sluis.platform.rest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import java.util.regex.Pattern;
import org.sluis.kernel.Problem;
import org.sluis.kernel.ProblemException;
import org.sluis.platform.bodies.StrictText;

/**
 * Reads and writes JSON without tolerance: unknown members, duplicate keys, trailing text, deep nesting, other
 * encodings than UTF-8 and halves of characters are refused, so that mass assignment and parser disagreement have no way in.
 */
public final class StrictJson {

    private static final int MAX_DEPTH = 20;
    private static final int MAX_TEXT = 100_000;
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private static final ObjectMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .maxStringLength(MAX_TEXT)
                            .build())
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .withCoercionConfig(
                    LogicalType.Textual,
                    text -> text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
            .build();

    /** One half of a surrogate pair, escaped, without the other: no character, and no database takes it (RFC 8259, 8.2). */
    private static final Pattern HALF =
            Pattern.compile("\\\\u[dD][89abAB]\\p{XDigit}{2}(?!\\\\u[dD][c-fC-F]\\p{XDigit}{2})"
                    + "|(?<!\\\\u[dD][89abAB]\\p{XDigit}{2})\\\\u[dD][c-fC-F]\\p{XDigit}{2}");

    private StrictJson() {}

    /** @throws ProblemException {@code unknown-member}, {@code invalid-member} or {@code malformed-request} */
    public static <T> T read(byte[] json, Class<T> type) {
        String text = decoded(json);
        if (HALF.matcher(text.replace("\\\\", "  ")).find()) {
            throw new ProblemException(Problem.MALFORMED);
        }
        try {
            return MAPPER.readValue(text, type);
        } catch (UnrecognizedPropertyException unknown) {
            throw ProblemException.unknown(unknown.getPropertyName());
        } catch (JsonMappingException wrong) {
            throw wrong.getCause() instanceof ProblemException refusal ? refusal : unfit(wrong);
        } catch (JsonProcessingException malformed) {
            throw new ProblemException(Problem.MALFORMED);
        }
    }

    /** JSON between systems is UTF-8 (RFC 8259, 8.1); a mark of it at the beginning may be ignored, and is. */
    private static String decoded(byte[] json) {
        String text = StrictText.of(json);
        return text.startsWith(BYTE_ORDER_MARK) ? text.substring(BYTE_ORDER_MARK.length()) : text;
    }

    private static ProblemException unfit(JsonMappingException wrong) {
        if (wrong.getPath().isEmpty() || wrong.getPath().get(0).getFieldName() == null) {
            return new ProblemException(Problem.MALFORMED);
        }
        return ProblemException.invalid(wrong.getPath().get(0).getFieldName(), "type");
    }

    public static byte[] write(Object value) {
        try {
            return MAPPER.writeValueAsBytes(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a view that cannot be written", impossible);
        }
    }
}
