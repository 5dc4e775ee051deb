package org.sluis.platform.rest;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Map;
import org.sluis.kernel.Problem;
import org.sluis.kernel.ProblemException;
import org.sluis.platform.bodies.SenderTooSlow;

/**
 * JSON of the API: bodies of bounded size, read strictly; answers hold declared members only, and say how long they are, where
 * the content itself is not asked for too (HEAD, RFC 9110, 8.6).
 */
@Provider
@Priority(1)
@Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
@Produces({MediaType.APPLICATION_JSON, ProblemDocument.MEDIA_TYPE})
public class StrictJsonProvider implements MessageBodyReader<Object>, MessageBodyWriter<Object> {

    private static final int MAX_BODY = 1 << 20;

    @Override
    public boolean isReadable(Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
        return type.isRecord();
    }

    @Override
    public Object readFrom(
            Class<Object> type,
            Type generic,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, String> headers,
            InputStream body) {
        byte[] json = whole(body);
        if (json.length > MAX_BODY) {
            throw new ProblemException(Problem.TOO_LARGE, Map.of("limit", MAX_BODY));
        }
        if (json.length == 0) {
            throw new ProblemException(Problem.MALFORMED);
        }
        Object value = StrictJson.read(json, type);
        if (value == null) {
            throw new ProblemException(Problem.MALFORMED);
        }
        return value;
    }

    /** @throws ProblemException {@code upload-too-slow}, or {@code malformed-request} where it ends before its end */
    private static byte[] whole(InputStream body) {
        try {
            return body.readNBytes(MAX_BODY + 1);
        } catch (SenderTooSlow tooSlow) {
            throw new ProblemException(Problem.UPLOAD_TOO_SLOW);
        } catch (IOException cutShort) {
            throw new ProblemException(Problem.MALFORMED);
        }
    }

    @Override
    public boolean isWriteable(Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
        return type == FilteredView.class;
    }

    @Override
    public void writeTo(
            Object value,
            Class<?> type,
            Type generic,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, Object> headers,
            OutputStream out)
            throws IOException {
        byte[] json = StrictJson.write(value);
        headers.putSingle(HttpHeaders.CONTENT_LENGTH, json.length);
        out.write(json);
    }
}
